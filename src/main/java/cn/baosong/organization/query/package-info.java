/** The SQL of desks and of who holds them. Seen inside the feature only. */
package cn.baosong.organization.query;
