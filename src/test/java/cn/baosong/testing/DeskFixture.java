package cn.baosong.testing;

import cn.baosong.account.Account;
import cn.baosong.account.FirstAdministratorRegistered;
import cn.baosong.account.Role;
import cn.baosong.common.CodeLists;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.organization.NewDesk;
import cn.baosong.organization.query.DeskQueries;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Desks for tests, made through the services. A region has one desk in the one database of all tests, so a desk that
 * stands is found again; who wants one for itself takes a fresh county.
 */
@Component
public class DeskFixture {

    private final Actors actors;
    private final Desks desks;
    private final DeskQueries queries;
    private final CodeLists codes;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Account> holders = new ConcurrentHashMap<>();

    DeskFixture(Actors actors, Desks desks, DeskQueries queries, CodeLists codes, ApplicationEventPublisher events) {
        this.actors = actors;
        this.desks = desks;
        this.queries = queries;
        this.codes = codes;
        this.events = events;
    }

    public Desk nation() {
        if (queries.nation().isEmpty()) {
            newNationHolder();
        }
        return queries.nation().orElseThrow();
    }

    /** 浙江省, below the nation. */
    public Desk zhejiang() {
        return under(nation(), DeskLevel.PROVINCE, "33");
    }

    /** 杭州市, below its province. */
    public Desk hangzhou() {
        return under(zhejiang(), DeskLevel.CITY, "3301");
    }

    /** 余杭区, below its city. */
    public Desk yuhang() {
        return under(hangzhou(), DeskLevel.COUNTY, "330110");
    }

    /** 宁波市: lies in Zhejiang and reports to the nation. */
    public Desk ningbo() {
        return under(nation(), DeskLevel.PROVINCE, "3302");
    }

    /** 海曙区, below Ningbo. */
    public Desk haishu() {
        return under(ningbo(), DeskLevel.COUNTY, "330203");
    }

    /** @return the desk of the region, set up below {@code superior} where there is none */
    public Desk under(Desk superior, DeskLevel level, String region) {
        return queries.byRegion(region)
                .orElseGet(() -> actors.as(
                        holder(superior),
                        () -> desks.create(new NewDesk(superior.id(), level, region, region + " 工业和信息化局"))));
    }

    /** @return a county of the region in which no desk stands */
    public String freshCounty(String region) {
        return codes.children("region", region).stream()
                .map(CodeLists.Entry::code)
                .filter(county -> queries.byRegion(county).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** @return somebody who holds the desk; the same person each time */
    public Account holder(Desk desk) {
        var known = holders.get(desk.id());
        if (known == null) {
            known = newHolder(desk);
            holders.put(desk.id(), known);
        }
        return known;
    }

    /** @return one more person who holds the desk */
    public Account newHolder(Desk desk) {
        if (desk.superior() == null) {
            return newNationHolder();
        }
        var superior = holder(queries.find(desk.superior()).orElseThrow());
        var person = actors.account();
        actors.as(superior, () -> desks.assign(desk.id(), person.loginName(), false, null, null));
        return person;
    }

    private Account newNationHolder() {
        var person = actors.account(Role.REVIEWER);
        events.publishEvent(new FirstAdministratorRegistered(person.id()));
        return person;
    }
}
