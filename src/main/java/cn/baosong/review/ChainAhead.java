package cn.baosong.review;

import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an acceptance leads to, for a sentence on a page. The model decides when it comes to that. */
@Component
public class ChainAhead {

    private final Desks desks;

    ChainAhead(Desks desks) {
        this.desks = desks;
    }

    /**
     * @param desk where a subject waits
     * @param chainEnd the setting of the process that had it reviewed, null where it has none
     * @return the desk it goes to next; empty where an acceptance is the last one
     */
    public Optional<Desk> after(Desk desk, String chainEnd) {
        return ReviewProcess.DIRECT.equals(chainEnd) || ReviewChain.endsAt(desk, chainEnd)
                ? Optional.empty()
                : desks.find(desk.superior());
    }
}
