package cn.baosong.account;

import cn.baosong.account.repository.AccountEventTable;
import cn.baosong.common.Masked;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The audit log of accounts (操作日志): what was done, by whom, from where. Written in the transaction of the change. */
@Component
public class AccountLog {

    private final AccountEventTable table;
    private final CurrentUser user;
    private final Clock clock;

    AccountLog(AccountEventTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The actor is who is logged in, nobody on the pages before login.
     *
     * @param detail masked ({@link Masked}): never a whole phone, address or code; null for none
     */
    public void add(UUID account, AccountEvent event, String detail) {
        var actor = user.find().map(SignedIn::accountId).orElse(null);
        table.insert(account, actor, event.name(), detail, ClientAddress.ofRequest(), clock.instant());
    }
}
