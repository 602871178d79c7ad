package cn.baosong.account;

import cn.baosong.account.AccountSettings.Limit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what strangers ask of the public pages of other features, by network address and across nodes. */
@Component
public class AddressLimits {

    private final Limits limits;

    AddressLimits(Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts one. Commits by itself: call it outside transactions.
     *
     * @param what kind of thing, in kebab-case
     * @param clientAddress network address of who asks; null counts as one address
     * @throws cn.baosong.common.Problem {@code key} with the time of day from which it is possible again, when the limit
     *     is met
     */
    public void count(String what, String clientAddress, List<Limit> allowed, String key) {
        limits.count(what, ClientAddress.group(clientAddress), allowed, key);
    }
}
