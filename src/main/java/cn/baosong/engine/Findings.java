package cn.baosong.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings about one file, each once, and never more than a person would read: a hostile file could have millions. */
final class Findings {

    private static final int MOST = 200;

    private final Set<GuardFinding> found = new LinkedHashSet<>();

    void add(GuardFinding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }

    void addAll(List<GuardFinding> findings) {
        findings.forEach(this::add);
    }

    List<GuardFinding> list() {
        return List.copyOf(found);
    }
}
