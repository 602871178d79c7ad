/** The inbox page of the demo profile. */
package cn.baosong.messaging.ui;
