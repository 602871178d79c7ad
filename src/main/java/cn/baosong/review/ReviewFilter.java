package cn.baosong.review;

/**
 * What of the inbox is asked for.
 *
 * @param kind kind of subject
 * @param text part of the title, empty for all
 */
public record ReviewFilter(String kind, String text) {}
