package cn.baosong.filing.seal;

import cn.baosong.filing.seal.ChainCheck.Broken;
import cn.baosong.filing.seal.ChainCheck.Fault;
import cn.baosong.filing.seal.repository.SealTable.Head;
import cn.baosong.filing.seal.repository.SealTable.Link;
import java.util.UUID;

/** Recomputes a chain, link by link in the order of the sequence. */
final class ChainWalk {

    private long links;
    private String hash;
    private Broken broken;

    ChainWalk(UUID enterprise) {
        hash = LinkText.genesis(enterprise);
    }

    void next(Link link) {
        if (broken != null) {
            return;
        }
        var fault = fault(link);
        if (fault != null) {
            broken = new Broken(fault == Fault.MISSING ? links + 1 : link.seal().sequence(), fault);
            return;
        }
        links++;
        hash = link.seal().hash();
    }

    private Fault fault(Link link) {
        var seal = link.seal();
        if (seal.sequence() != links + 1) {
            return Fault.MISSING;
        }
        if (!seal.contentHash().equals(link.contentNow())) {
            return Fault.CONTENT;
        }
        if (!seal.previousHash().equals(hash)) {
            return Fault.PREVIOUS;
        }
        return seal.hash().equals(Sha256.of(LinkText.of(seal))) ? null : Fault.HASH;
    }

    /** @param head null where the chain has none */
    ChainCheck end(Head head) {
        if (broken == null) {
            var sequence = head == null ? 0 : head.sequence();
            if (sequence > links) {
                broken = new Broken(links + 1, Fault.MISSING);
            } else if (sequence < links || links > 0 && !head.hash().equals(hash)) {
                broken = new Broken(links, Fault.HEAD);
            }
        }
        return new ChainCheck(links, broken);
    }
}
