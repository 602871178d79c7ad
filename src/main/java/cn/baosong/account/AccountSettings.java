package cn.baosong.account;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Codes and limits of login and registration.
 *
 * @param codeLifetime how long a code by SMS opens anything
 * @param codeTries wrong answers a code survives, the right one included
 * @param resendAfter how long the page counts down before a code can be asked for again
 * @param smsPerPhone codes to one phone asked for on public pages
 * @param smsPerAddress codes asked for from one network address
 * @param smsPerAccount login codes of one account
 * @param picturesPerAddress picture codes asked for from one network address
 * @param sendsPerPicture codes a page sends before it asks for the next picture (LOGIN-14)
 * @param pictureLifetime how long a picture can be answered
 * @param triesPerNameAndAddress failed logins with one name from one address
 * @param triesPerName failed logins with one name from anywhere
 * @param triesPerAddress failed logins from one address
 * @param hotline consulting phone shown on the login page (LOGIN-24); empty for none
 * @param activationLifetime how long an activation code of a direct reviewer is good
 * @param hashMemory what the hash of a password takes, and so what guessing one costs; not less than OWASP's minimum in use
 */
@ConfigurationProperties("baosong.account")
public record AccountSettings(
        @DefaultValue("5m") Duration codeLifetime,
        @DefaultValue("5") int codeTries,
        @DefaultValue("60s") Duration resendAfter,
        List<Limit> smsPerPhone,
        List<Limit> smsPerAddress,
        List<Limit> smsPerAccount,
        List<Limit> picturesPerAddress,
        @DefaultValue("3") int sendsPerPicture,
        @DefaultValue("5m") Duration pictureLifetime,
        List<Limit> triesPerNameAndAddress,
        List<Limit> triesPerName,
        List<Limit> triesPerAddress,
        @DefaultValue("") String hotline,
        @DefaultValue("7d") Duration activationLifetime,
        @DefaultValue("19MB") DataSize hashMemory) {

    /** So many times within so long; used up, one more becomes possible each {@code per / times}. */
    public record Limit(int times, Duration per) {}

    public AccountSettings {
        smsPerPhone = List.copyOf(smsPerPhone);
        smsPerAddress = List.copyOf(smsPerAddress);
        smsPerAccount = List.copyOf(smsPerAccount);
        picturesPerAddress = List.copyOf(picturesPerAddress);
        triesPerNameAndAddress = List.copyOf(triesPerNameAndAddress);
        triesPerName = List.copyOf(triesPerName);
        triesPerAddress = List.copyOf(triesPerAddress);
    }
}
