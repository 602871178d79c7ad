package cn.baosong.account;

import java.util.UUID;

/** The first administrator has come in by the one-time link. Published in the transaction that makes the account. */
public record FirstAdministratorRegistered(UUID accountId) {}
