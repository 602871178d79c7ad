/** The tables of messaging: the outbox, and the inbox of the demo profile. Not for other modules. */
package cn.baosong.messaging.repository;
