package cn.baosong.filing.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * What anybody may know of a sealed version whose hash they have: neither what was filed nor by whom.
 *
 * @param ofContent the hash is that of the content; otherwise that of the link
 * @param sequence its link in the chain of its enterprise, from 1
 * @param chain what recomputing that chain came to
 * @param root the first daily root that covers it; empty until the day is over
 */
public record Verified(
        boolean ofContent, long sequence, Instant sealedAt, ChainCheck chain, Optional<DailyRoot> root) {}
