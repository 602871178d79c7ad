/**
 * Who may log in: accounts and their roles, login with name, password and a code by SMS every time, self-registration,
 * the one-time links of the first administrator and the first process owner, and the security configuration of every
 * page. Knows nothing of desks or enterprises; they know accounts by their id.
 */
@ApplicationModule
package cn.baosong.account;

import org.springframework.modulith.ApplicationModule;
