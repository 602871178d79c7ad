/** Small parts every page is built from: headers, cards, badges, empty states, notices, and the two languages. */
@NamedInterface("ui")
package cn.baosong.common.ui;

import org.springframework.modulith.NamedInterface;
