/**
 * Measurements, run by {@code mvn -Pbench verify -Dbench=<group>} and never with the tests. A figure is the median of
 * several rounds with its lowest and highest; where it is compared, the baseline is measured in the same run, turn by
 * turn, because only ratios inside one run count on a machine that others use as well.
 *
 * <p>Sizes of the group {@code review} are system properties: {@code bench.waiting} rows of the full inbox, {@code
 * bench.bulk} reviews of one bulk operation (20,000 at most) and {@code bench.bulk.rounds} such operations.
 */
package cn.baosong.bench;
