package dev.migrate.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

/**
 * The memory that a work needs.
 *
 * @param allocatedBytes what its thread allocated, all in all
 * @param mostBytes how much was in use at most beyond what was in use before, garbage included
 */
record Heap(long allocatedBytes, long mostBytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    static Heap of(Turns.Timed work) throws Exception {
        long before = used();
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return new Heap(
                THREADS.getCurrentThreadAllocatedBytes() - allocated,
                POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before);
    }

    /** What is in use and no garbage. */
    static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    String allocated() {
        return megabytes(allocatedBytes);
    }

    String most() {
        return megabytes(mostBytes);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.round(bytes / 1e6));
    }
}
