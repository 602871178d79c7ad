package cn.baosong.enterprise;

import java.time.Instant;
import java.util.UUID;

/**
 * An enterprise of the old platform whose account has no phone, so that nobody can log in with it yet.
 *
 * @param region code of the deepest region chosen
 * @param codeUntil until when the activation code issued last is good; null where none is
 */
public record InactiveEnterprise(UUID id, String name, String loginName, String region, Instant codeUntil) {}
