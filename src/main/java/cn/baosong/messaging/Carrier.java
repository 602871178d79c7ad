package cn.baosong.messaging;

/** The way by which messages of one channel leave. A bean of this type is found; at most one for a channel. */
public interface Carrier {

    Channel channel();

    /**
     * Hands one message over. May be called again with the same message when an earlier call failed or its outcome was
     * lost. Must end in bounded time: a worker waits for it.
     *
     * @throws Exception when it was not taken; it is tried again later
     */
    void carry(Parcel parcel) throws Exception;
}
