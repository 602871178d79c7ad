/**
 * The database a newcomer need not install: where no external one is given, a real PostgreSQL starts in the folder
 * {@code data/}, durable and behind passwords, is kept between starts, and stops after the application has closed.
 */
@ApplicationModule
package cn.baosong.storage;

import org.springframework.modulith.ApplicationModule;
