/**
 * A report beside last month's and last year's (差异): what changed, how much of the region's total that moves, what was
 * found and explained, and what has happened to the report so far. Made for whoever reviews it.
 */
package cn.baosong.filing.difference;
