/**
 * Whether every review is in exactly one place: compares the tasks of the engine, the inbox, and the status the features
 * keep, and lists what disagrees.
 */
package cn.baosong.review.consistency;
