/** The page on which an administrator sets up the desks below and says who holds them. */
package cn.baosong.organization.ui;
