/**
 * Workbooks of many rows that somebody sends and a process works off: the run, its rows, what has become of each, and how
 * far it is. What a row means, and who may send one, is for the feature that takes it: enterprises of the old platform,
 * reports filed for others.
 */
package cn.baosong.upload;
