package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailCarrierTest {

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Test
    void everyLetterArrives() throws Exception {
        var parcel = parcel("【报送】登录验证码 für Zoë", "【报送】验证码 123456，äöü \uD83D\uDE00 <b>x</b> ." + "长".repeat(900));
        carrier("报送 <no-reply@example.org>").carry(parcel);

        var mail = newest();
        assertThat(mail.getSubject()).isEqualTo(parcel.subject());
        assertThat(mail.getContent().toString().strip()).isEqualTo(parcel.text());
        assertThat(mail.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("zhang@example.org");
        var from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("no-reply@example.org");
        assertThat(from.getPersonal()).isEqualTo("报送");
        assertThat(mail.getMessageID()).isEqualTo("<" + parcel.id() + "@example.org>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\r\nBcc: other@example.org", "你好\nBcc: other@example.org", "a\r\n\r\nbody"})
    void aSubjectBeginsNoHeader(String subject) throws Exception {
        carrier("no-reply@example.org").carry(parcel(subject, "text"));

        var mail = newest();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).doesNotContain("\n").startsWith(subject.substring(0, 1));
        assertThat(mail.getContent().toString().strip()).isEqualTo("text");
    }

    @Test
    void aServerThatIsAwayIsAFailure() {
        var sender = sender();
        sender.setPort(1);
        assertThatThrownBy(() -> new MailCarrier(sender, new MailSettings("no-reply@example.org"))
                        .carry(parcel("subject", "text")))
                .isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b\r\nBcc: c@d"})
    void withoutASenderNothingStarts(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> carrier(from))
                .withMessageContaining("baosong.messaging.mail.from");
    }

    private static MailCarrier carrier(String from) {
        return new MailCarrier(sender(), new MailSettings(from));
    }

    private static JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(MAIL.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }

    private static MimeMessage newest() {
        var mails = MAIL.getReceivedMessages();
        return mails[mails.length - 1];
    }

    private static Parcel parcel(String subject, String text) {
        return new Parcel(UUID.randomUUID(), "zhang@example.org", subject, text);
    }
}
