package cn.baosong.filing.seal;

import java.util.Optional;

/**
 * A receipt of a sealed version (填报回执).
 *
 * @param enterprise name of the enterprise
 * @param title what it was filed for; empty where no feature says
 * @param sealedBy login name of who was signed in; empty where the platform did it by itself
 * @param root the first daily root that covers it; empty until the day is over
 */
public record Receipt(
        Seal seal,
        String enterprise,
        Optional<SealedTitles.Title> title,
        Optional<String> sealedBy,
        Optional<DailyRoot> root) {}
