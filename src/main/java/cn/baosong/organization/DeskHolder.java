package cn.baosong.organization;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody who holds a desk. {@code to} is the last day, null while open. */
public record DeskHolder(
        UUID id, UUID desk, UUID account, String loginName, boolean substitute, LocalDate from, LocalDate to) {}
