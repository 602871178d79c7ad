/** What pages list of accounts. Not for other modules. */
package cn.baosong.account.query;
