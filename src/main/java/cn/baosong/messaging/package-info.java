/**
 * Messages that leave the platform, SMS first. A message is a row written in the transaction of the business it tells
 * about, so that it is sent exactly when that business is committed; a few workers drain the rows, urgent ones (login
 * codes) on a worker of their own, with retries and back-off. What the demo profile sends lands in an inbox page.
 */
@ApplicationModule
package cn.baosong.messaging;

import org.springframework.modulith.ApplicationModule;
