/**
 * Measurements, run by {@code mvn -Pbench verify -Dbench=<group>} and never with the tests. A figure is the median of
 * several rounds with its lowest and highest; where it is compared, the baseline is measured in the same run, turn by
 * turn, because only ratios inside one run count on a machine that others use as well.
 */
package cn.baosong.bench;
