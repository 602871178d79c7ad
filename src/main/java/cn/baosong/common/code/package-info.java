/** The codes by which organisations are known in China, and their check characters. */
@NamedInterface
package cn.baosong.common.code;

import org.springframework.modulith.NamedInterface;
