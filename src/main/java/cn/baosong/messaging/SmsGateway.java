package cn.baosong.messaging;

/** The way to a mobile network. At most one bean; without one, SMS wait in the outbox. */
public interface SmsGateway {

    /**
     * Hands one SMS over. May be called again with the same text when an earlier call failed or its outcome was lost.
     *
     * @param phone 11 digits
     * @throws Exception when the SMS was not taken; it is tried again later
     */
    void send(String phone, String text) throws Exception;
}
