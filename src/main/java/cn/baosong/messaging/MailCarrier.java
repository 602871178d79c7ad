package cn.baosong.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands e-mails to a mail server, as plain text in UTF-8. */
final class MailCarrier implements Carrier {

    private final JavaMailSender sender;
    private final InternetAddress from;

    /** @throws IllegalArgumentException when there is no address of a sender */
    MailCarrier(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        try {
            from = new InternetAddress(settings.from().strip(), true);
            if (from.getPersonal() != null) {
                from.setPersonal(from.getPersonal(), StandardCharsets.UTF_8.name());
            }
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException(
                    "spring.mail.host is set, and baosong.messaging.mail.from is not an address to send from", wrong);
        }
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void carry(Parcel parcel) throws Exception {
        var mail = sender.createMimeMessage();
        var parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(new InternetAddress(parcel.recipient(), true));
        // Nothing may begin a header of its own.
        parts.setSubject(parcel.subject().replaceAll("\\p{Cntrl}+", " "));
        parts.setText(parcel.text());
        var address = from.getAddress();
        mail.setHeader("Message-ID", "<" + parcel.id() + address.substring(address.indexOf('@')) + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        try {
            sender.send(mail);
        } catch (MailSendException failure) {
            throw cause(failure);
        }
    }

    /** The server's own words instead of a list of all that happened. */
    private static Exception cause(MailSendException failure) {
        var causes = failure.getMessageExceptions();
        return causes.length > 0 && causes[0] instanceof MessagingException said ? said : failure;
    }
}
