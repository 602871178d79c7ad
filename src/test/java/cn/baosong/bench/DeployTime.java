package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.deployment.Deployments;
import cn.baosong.engine.ModelFile;
import cn.baosong.testing.Actors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Deploying the packed folder with the most files in one go, as a process owner does: read by the guard, taken by the
 * engine, a revision recorded for each of its schemes.
 */
@Measurement
@Tag("model")
@BenchApplication
class DeployTime {

    private static final String LARGEST = "software-survey";
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;

    @Autowired
    private Actors actors;

    @Autowired
    private Deployments deployments;

    @Test
    void measure(Benchmark benchmark) throws IOException {
        var files = new ArrayList<>(files(Path.of("processes", LARGEST)));
        files.addAll(files(Path.of("forms", LARGEST)));
        var owner = actors.account(Role.PROCESS_OWNER);
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(owner, files);
        }
        benchmark.report(
                "deploy.largest",
                Rounds.of(ROUNDS, () -> milliseconds(owner, files)),
                "ms",
                "%d files of %s, guard included, target under 2,000".formatted(files.size(), LARGEST));
    }

    private static List<ModelFile> files(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            var files = new ArrayList<ModelFile>();
            for (var file : found.sorted().toList()) {
                files.add(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return files;
        }
    }

    private double milliseconds(Account owner, List<ModelFile> files) {
        return actors.as(owner, () -> {
            long begun = System.nanoTime();
            var deployed = deployments.deploy(files, "bench", "bench", false);
            double spent = (System.nanoTime() - begun) / 1e6;
            assertThat(deployments.schemes(deployed)).isNotEmpty();
            return spent;
        });
    }
}
