package cn.baosong.deployment;

import java.util.concurrent.atomic.AtomicInteger;

/** Stands for any class of the class path that a model could name. Sings when it is loaded, made or called. */
public class Canary {

    static {
        Cage.songs.incrementAndGet();
    }

    public Canary() {
        Cage.songs.incrementAndGet();
    }

    public static String sing() {
        Cage.songs.incrementAndGet();
        return "sung";
    }

    /** Outside, so that looking does not load the class. */
    static final class Cage {
        static final AtomicInteger songs = new AtomicInteger();

        private Cage() {}
    }
}
