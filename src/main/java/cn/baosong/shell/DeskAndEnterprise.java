package cn.baosong.shell;

import cn.baosong.account.PersonFacts;
import cn.baosong.account.SignedIn;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desks;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The enterprise, desks and manageable regions of a person, for the user centre (ROLE-12). */
@Component
class DeskAndEnterprise implements PersonFacts {

    private final Desks desks;
    private final Enterprises enterprises;
    private final ManagedRegion regions;

    DeskAndEnterprise(Desks desks, Enterprises enterprises, ManagedRegion regions) {
        this.desks = desks;
        this.enterprises = enterprises;
        this.regions = regions;
    }

    @Override
    public List<Fact> of(SignedIn person, Locale locale) {
        var enterprise =
                enterprises
                        .ofAccount(person.accountId())
                        .map(found -> new Fact("shell.home.enterprise", found.name()))
                        .stream();
        var held = desks.heldBy(person.accountId()).stream()
                .flatMap(desk -> Stream.of(
                        new Fact("shell.person.desk", desk.name()),
                        new Fact("shell.person.region", regions.of(desk, locale))));
        return Stream.concat(enterprise, held).toList();
    }
}
