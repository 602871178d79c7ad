package cn.baosong.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets of the one-time links {@code /setup/<token>}, set by who runs the platform.
 *
 * @param administratorToken for the first administrator; empty for no link
 * @param processOwnerToken for the first process owner; empty for no link
 */
@ConfigurationProperties("baosong.bootstrap")
record BootstrapSettings(
        @DefaultValue("") String administratorToken,
        @DefaultValue("") String processOwnerToken) {

    private static final int SHORTEST = 24;

    BootstrapSettings {
        administratorToken = administratorToken.strip();
        processOwnerToken = processOwnerToken.strip();
        check("administrator-token", administratorToken);
        check("process-owner-token", processOwnerToken);
        if (!administratorToken.isEmpty() && administratorToken.equals(processOwnerToken)) {
            throw new IllegalArgumentException(
                    "baosong.bootstrap: administrator-token and process-owner-token must not be the same");
        }
    }

    private static void check(String name, String token) {
        if (!token.isEmpty() && !token.matches("[A-Za-z0-9_-]{" + SHORTEST + ",200}")) {
            throw new IllegalArgumentException("baosong.bootstrap." + name + " must be at least " + SHORTEST
                    + " letters, digits, - or _, chosen at random (such as: openssl rand -hex 24)");
        }
    }

    /** Tokens are secrets. */
    @Override
    public String toString() {
        return "BootstrapSettings[]";
    }
}
