/** The tables of accounts and one-time codes. Not for other modules. */
package cn.baosong.account.repository;
