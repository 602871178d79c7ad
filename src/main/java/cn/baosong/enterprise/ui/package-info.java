/** Pages about registered enterprises: activation codes for those without a phone, and finding a login name. */
package cn.baosong.enterprise.ui;
