package cn.baosong.account;

import cn.baosong.account.Activity.By;
import cn.baosong.account.query.ActivityQueries;
import cn.baosong.account.query.ActivityQueries.Row;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What was done to the signed-in account (操作记录). */
@Service
@PreAuthorize("isAuthenticated()")
public class MyActivity {

    private final CurrentUser user;
    private final ActivityQueries queries;

    MyActivity(CurrentUser user, ActivityQueries queries) {
        this.user = user;
        this.queries = queries;
    }

    /** @return newest first */
    public List<Activity> newest(int offset, int limit) {
        var me = user.requireAccount();
        return queries.newest(me, offset, limit).stream()
                .map(row -> new Activity(row.event(), by(row, me), row.detail(), row.address(), row.at()))
                .toList();
    }

    private static By by(Row row, UUID me) {
        if (row.actor() != null) {
            return row.actor().equals(me) ? By.ME : By.ADMINISTRATOR;
        }
        return row.address() != null ? By.PROOF : By.PLATFORM;
    }
}
