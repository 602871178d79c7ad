package cn.baosong.shell;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.util.Comparator;
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

    /** @return the enterprise's name, the desk's, or the login name: what one is greeted by */
    String name(SignedIn user) {
        return desks.heldBy(user.accountId()).stream()
                .findFirst()
                .map(Desk::name)
                .or(() -> enterprises.ofAccount(user.accountId()).map(Enterprise::name))
                .orElse(user.loginName() == null ? user.phone() : user.loginName());
    }

    /** @return the role of somebody who is greeted by no more than a login name; empty for desks and enterprises */
    String tells(SignedIn user, Locale locale) {
        var title = of(user, locale);
        return title.startsWith(name(user)) ? "" : title;
    }

    /** @return who that is: the desk with the role, the enterprise, or the role alone */
    String of(SignedIn user, Locale locale) {
        var held = desks.heldBy(user.accountId());
        if (!held.isEmpty()) {
            return held.get(0).name() + " · " + texts.get(locale, "account.role.REVIEWER");
        }
        return enterprises.ofAccount(user.accountId()).map(Enterprise::name).orElseGet(() -> user.roles().stream()
                .min(Comparator.comparingInt(Role::ordinal))
                .map(role -> texts.get(locale, "account.role." + role))
                .orElse(""));
    }
}
