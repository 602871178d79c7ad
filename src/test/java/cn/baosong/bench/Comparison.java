package cn.baosong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Ours and a baseline, measured turn by turn.
 *
 * @param ratio ours divided by the baseline's, round by round
 */
record Comparison(Rounds ours, Rounds baseline, Rounds ratio) {

    /** Who goes first changes with every round, so that a machine that slows down favours nobody. */
    static Comparison alternating(int rounds, DoubleSupplier ours, DoubleSupplier baseline) {
        List<Double> mine = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                mine.add(ours.getAsDouble());
                others.add(baseline.getAsDouble());
            } else {
                others.add(baseline.getAsDouble());
                mine.add(ours.getAsDouble());
            }
            ratios.add(mine.get(round) / others.get(round));
        }
        return new Comparison(new Rounds(mine), new Rounds(others), new Rounds(ratios));
    }
}
