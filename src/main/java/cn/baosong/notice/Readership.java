package cn.baosong.notice;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.CodeLists;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the seats of a person, and the paths of regions. */
@Component
class Readership {

    private final Desks desks;
    private final Enterprises enterprises;
    private final CodeLists codes;

    Readership(Desks desks, Enterprises enterprises, CodeLists codes) {
        this.desks = desks;
        this.enterprises = enterprises;
        this.codes = codes;
    }

    /** Who has no enterprise yet reads as one of no region: what is for the whole nation. */
    List<Seat> seats(SignedIn person) {
        var seats = new ArrayList<Seat>();
        if (person.has(Role.ENTERPRISE) || person.has(Role.APPLICANT)) {
            var region = enterprises.ofAccount(person.accountId()).map(Enterprise::region);
            seats.add(new Seat(Audience.ENTERPRISE, region.map(this::path).orElse(List.of()), false));
        }
        if (person.has(Role.REVIEWER)) {
            desks.heldBy(person.accountId()).forEach(desk -> seats.add(seat(desk)));
        }
        return seats;
    }

    /**
     * @param region null for the whole nation
     * @return codes from the top down; a code no list knows stands alone, so that it never passes for the nation
     */
    List<String> path(String region) {
        if (region == null) {
            return List.of();
        }
        var path =
                codes.path("region", region).stream().map(CodeLists.Entry::code).toList();
        return path.isEmpty() ? List.of(region) : path;
    }

    boolean known(String region) {
        return codes.find("region", region).isPresent();
    }

    private Seat seat(Desk desk) {
        return new Seat(Audience.of(desk.level()), path(desk.region()), true);
    }
}
