package cn.baosong.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root. A user namespace makes root an ordinary user for the server alone. */
final class OrdinaryUser {

    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");

    private OrdinaryUser() {}

    /**
     * @return what to write before a command so that it does not run as root; nothing for an ordinary user
     * @throws StorageFailure for root on a system that gives no user namespaces, as many containers
     */
    static List<String> prefix() {
        return prefix(System.getProperty("user.name"), USER_NAMESPACE);
    }

    static List<String> prefix(String user, List<String> userNamespace) {
        if (!"root".equals(user)) {
            return List.of();
        }
        if (!succeeds(userNamespace)) {
            throw new StorageFailure("storage.error.root");
        }
        return userNamespace;
    }

    private static boolean succeeds(List<String> userNamespace) {
        List<String> command = new ArrayList<>(userNamespace);
        command.add("true");
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
