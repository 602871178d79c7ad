/** The outbox page of operators, and the inbox page of the demo profile. */
package cn.baosong.messaging.ui;
