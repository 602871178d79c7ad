/**
 * The pages of accounts: login, registration, password, first set-up; and the parts other pages borrow from them, the
 * language switch and the row that asks for a code by SMS.
 */
@NamedInterface("ui")
package cn.baosong.account.ui;

import org.springframework.modulith.NamedInterface;
