package cn.baosong.filing.seal;

/**
 * What recomputing a chain came to.
 *
 * @param links how many links were found in order, from the first
 * @param broken the first link that is not as it was sealed; null where all are
 */
public record ChainCheck(long links, Broken broken) {

    /** What is wrong with a link. */
    public enum Fault {
        /** No link has this sequence, though a later one, or the head, says there was one. */
        MISSING,
        /** The content is not the one its hash was made of. */
        CONTENT,
        /** It does not follow the link before. */
        PREVIOUS,
        /** Subject, number, time or person are not the ones its hash was made of. */
        HASH,
        /** The head of the chain is another than the last link. */
        HEAD
    }

    /** @param sequence where, from 1 */
    public record Broken(long sequence, Fault fault) {}

    public boolean intact() {
        return broken == null;
    }
}
