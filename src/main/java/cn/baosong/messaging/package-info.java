/**
 * Messages that leave the platform, by SMS and e-mail, and messages inside it. A message is a row written in the
 * transaction of the business it tells about, so that it is sent exactly when that business is committed; a few workers
 * drain the rows, urgent ones (login codes) on workers of their own, with retries and back-off. A way that fails rests,
 * and codes go by e-mail meanwhile. What the demo profile sends lands in an inbox page.
 */
@ApplicationModule
package cn.baosong.messaging;

import org.springframework.modulith.ApplicationModule;
