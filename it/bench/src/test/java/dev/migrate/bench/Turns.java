package dev.migrate.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Works that take turns, so that whatever else the machine does hits all of them alike.
 *
 * @param warmUp rounds that do not count
 * @param rounds rounds that count
 */
record Turns(int warmUp, int rounds) {

    /** Something whose time is taken. */
    interface Work {
        /** Does it once, and tells how many nanoseconds that took: what is only preparation does not count. */
        long nanos() throws Exception;
    }

    /** What is timed. */
    interface Timed {
        void run() throws Exception;
    }

    /** The median of each work. */
    List<Median> take(Work... works) throws Exception {
        long[][] times = new long[works.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < works.length; i++) {
                long nanos = works[i].nanos();
                if (round >= 0) {
                    times[i][round] = nanos;
                }
            }
        }
        return Arrays.stream(times).map(Median::of).toList();
    }

    /** How long something takes. */
    static long nanos(Timed timed) throws Exception {
        long began = System.nanoTime();
        timed.run();
        return System.nanoTime() - began;
    }

    /** How long something takes on an empty database. */
    static Work onEmpty(Place place, OnDatabase work) {
        return () -> {
            try (Database database = place.source().create()) {
                return nanos(() -> work.run(database));
            }
        };
    }

    /** Work on a database. */
    interface OnDatabase {
        void run(Database database) throws Exception;
    }
}
