/**
 * Values every floor shares: refusals with a translatable message, the texts in both languages, the one clock, and the
 * contract by which code lists are looked up. Knows nothing of the other floors.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package cn.baosong.common;

import org.springframework.modulith.ApplicationModule;
