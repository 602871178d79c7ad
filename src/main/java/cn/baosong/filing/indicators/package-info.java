/**
 * 指标解释: what every indicator and field of a report means, when it is asked and which limits it is held to, made of the
 * forms and the check table of the revision that holds for the current month.
 */
package cn.baosong.filing.indicators;
