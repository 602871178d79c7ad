package cn.baosong.messaging;

import java.util.List;
import java.util.Locale;

/**
 * One message to one recipient.
 *
 * @param recipient a mobile number of 11 digits for {@link Channel#SMS}, an address for {@link Channel#EMAIL}
 * @param template the text is the translation key {@code messaging.template.<template>}
 * @param locale language of the text
 * @param arguments values of {@code {0}}, {@code {1}} …; none null
 * @param urgent goes before all others and is dropped when it is late: for one-time codes
 * @param fallback e-mail address an urgent SMS goes to while no SMS can be sent; null for none
 */
public record Message(
        Channel channel,
        String recipient,
        String template,
        Locale locale,
        List<Object> arguments,
        boolean urgent,
        String fallback) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** An SMS that may take its turn. */
    public static Message sms(String phone, String template, Locale locale, Object... arguments) {
        return new Message(Channel.SMS, phone, template, locale, List.of(arguments), false, null);
    }

    /** An SMS somebody is waiting for, such as a login code. */
    public static Message urgentSms(String phone, String template, Locale locale, Object... arguments) {
        return new Message(Channel.SMS, phone, template, locale, List.of(arguments), true, null);
    }

    /** An e-mail that may take its turn. */
    public static Message email(String address, String template, Locale locale, Object... arguments) {
        return new Message(Channel.EMAIL, address, template, locale, List.of(arguments), false, null);
    }

    /** An e-mail somebody is waiting for. */
    public static Message urgentEmail(String address, String template, Locale locale, Object... arguments) {
        return new Message(Channel.EMAIL, address, template, locale, List.of(arguments), true, null);
    }

    /** @param address where the same text goes while no SMS can be sent; null for nowhere */
    public Message orEmail(String address) {
        return new Message(channel, recipient, template, locale, arguments, urgent, address);
    }
}
