package cn.baosong.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Resident memory of the application, and of its database, after the first page and a while of rest. */
@Measurement
@Tag("house")
class RestMemory {

    private static final int ROUNDS = 3;
    private static final int REST_SECONDS = 15;

    @Test
    void measure(Benchmark benchmark) throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is read from /proc");
        Path data = ApplicationProcess.folder("rest");
        FileSystemUtils.deleteRecursively(data);
        // The first start makes the database and the demo world; it is not what rests on an ordinary day.
        measureOnce(data);
        List<Double> application = new ArrayList<>();
        List<Double> database = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[] megabytes = measureOnce(data);
            application.add(megabytes[0]);
            database.add(megabytes[1]);
        }
        FileSystemUtils.deleteRecursively(data);
        benchmark.report("rest.memory", new Rounds(application), "MB", "resident, JVM defaults on " + machine());
        benchmark.report("rest.database", new Rounds(database), "MB", "PostgreSQL's processes, shared pages once");
    }

    private static double[] measureOnce(Path data) throws IOException {
        try (ApplicationProcess application = ApplicationProcess.start(data)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(REST_SECONDS));
            double resident = kilobytes(application.application(), "status", "VmRSS") / 1024.0;
            double database = 0;
            for (ProcessHandle process : ApplicationProcess.database(data)) {
                database += kilobytes(process, "smaps_rollup", "Pss") / 1024.0;
            }
            return new double[] {resident, database};
        }
    }

    private static long kilobytes(ProcessHandle process, String file, String field) throws IOException {
        String said = Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        Matcher line = Pattern.compile("(?m)^" + field + ":\\s+([0-9]+) kB").matcher(said);
        if (!line.find()) {
            throw new IllegalStateException("no " + field + " in " + file);
        }
        return Long.parseLong(line.group(1));
    }

    /** The JVM sizes its heap and takes its collector by the machine. */
    private static String machine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d processors, %.1f GB (largest heap a quarter)"
                .formatted(system.getAvailableProcessors(), system.getTotalMemorySize() / Math.pow(1024, 3));
    }
}
