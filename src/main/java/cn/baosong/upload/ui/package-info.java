/** The parts of pages on which a workbook is sent and followed: the card to send it, the list of those sent, the run. */
@NamedInterface("ui")
package cn.baosong.upload.ui;

import org.springframework.modulith.NamedInterface;
