package cn.baosong.shell;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desks;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says who somebody is in a few words: the enterprise, the desk, or the role. */
@Component
class UserTitle {

    private final Texts texts;
    private final Desks desks;
    private final Enterprises enterprises;

    UserTitle(Texts texts, Desks desks, Enterprises enterprises) {
        this.texts = texts;
        this.desks = desks;
        this.enterprises = enterprises;
    }

    String of(SignedIn user, Locale locale) {
        var held = desks.heldBy(user.accountId());
        if (!held.isEmpty()) {
            return held.get(0).name() + " · " + texts.get(locale, "account.role.REVIEWER");
        }
        return enterprises
                .ofAccount(user.accountId())
                .map(enterprise -> enterprise.name())
                .orElseGet(() -> user.roles().stream()
                        .min(java.util.Comparator.comparingInt(Role::ordinal))
                        .map(role -> texts.get(locale, "account.role." + role))
                        .orElse(""));
    }
}
