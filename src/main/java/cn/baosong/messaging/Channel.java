package cn.baosong.messaging;

/** By which way a message leaves. */
public enum Channel {
    SMS,
    EMAIL
}
