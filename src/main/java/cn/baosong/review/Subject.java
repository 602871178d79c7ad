package cn.baosong.review;

import java.util.UUID;

/**
 * What is reviewed, as far as a reviewer's list needs to know it.
 *
 * @param title what the list says, such as the enterprise's name
 * @param detail a short second line that tells several of one enterprise apart, such as the month {@code 2026-10}; empty
 *     for none
 * @param region code of the region by which its first desk is found
 * @param rootInstance the process instance that may speak for it
 */
public record Subject(UUID id, String title, String detail, String region, String rootInstance) {

    public Subject {
        detail = detail == null ? "" : detail.strip();
    }

    public Subject(UUID id, String title, String region, String rootInstance) {
        this(id, title, "", region, rootInstance);
    }
}
