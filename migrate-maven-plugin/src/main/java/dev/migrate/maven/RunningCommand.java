package dev.migrate.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A command that runs, of which each line is passed on as it comes. Closing it ends it, with all that it has started. */
final class RunningCommand implements AutoCloseable {

    /** How long a command that has ended is listened to: what it left behind may keep its output open for ever. */
    private static final long MILLIS_BEHIND_THE_END = 500;

    /** The same, while there is still something to hear. Java cuts it off by itself, but not on Windows. */
    private static final long MOST_MILLIS_BEHIND_THE_END = 3_000;

    /** A command that asks the same over and over, or never ends a line, must not fill the memory. */
    private static final int MOST_LINES_AHEAD = 1_000;

    private static final int LONGEST_LINE = 8_000;

    private final Process process;
    private final int keeps;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>(MOST_LINES_AHEAD);
    private final Thread listener = new Thread(this::listen, "output of a command");
    private final Deque<String> last = new ArrayDeque<>();
    private boolean saidMore;

    private record Line(String text, boolean isEnd) {}

    private RunningCommand(Process process, int keeps) {
        this.process = process;
        this.keeps = keeps;
    }

    /**
     * Starts a command, whose questions nobody answers.
     *
     * @param keeps how many of its last lines are kept
     */
    static RunningCommand start(ProcessBuilder command, int keeps) throws IOException {
        RunningCommand running =
                new RunningCommand(command.redirectErrorStream(true).start(), keeps);
        running.listener.setDaemon(true); // what never ends must not keep Maven from its end
        running.listener.start();
        running.process.getOutputStream().close();
        return running;
    }

    private void listen() {
        try {
            pass();
            lines.put(new Line("", true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody wants to hear more
        }
    }

    /** As readers of lines know them, but none is longer than it may be. */
    private void pass() throws InterruptedException {
        try (Reader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            StringBuilder line = new StringBuilder();
            int before = -1;
            for (int letter = output.read(); letter >= 0; letter = output.read()) {
                boolean ends = letter == '\n' || letter == '\r';
                if (!ends) {
                    line.append((char) letter);
                }
                if ((ends && !(letter == '\n' && before == '\r')) || line.length() == LONGEST_LINE) {
                    pass(line);
                }
                before = letter;
            }
            if (!line.isEmpty()) {
                pass(line);
            }
        } catch (IOException e) {
            lines.put(new Line("what it said cannot be read: " + e, false));
        }
    }

    private void pass(StringBuilder line) throws InterruptedException {
        lines.put(new Line(line.toString(), false));
        line.setLength(0);
    }

    /**
     * Waits for its end.
     *
     * @param listener gets each line, in this thread
     * @return whether it ended by itself within the time
     */
    boolean awaitEnd(Duration timeout, Consumer<String> listener) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        boolean ended = false;
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (!ended && !process.isAlive()) {
                ended = true;
                left = Math.min(left, MOST_MILLIS_BEHIND_THE_END);
                end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left);
            }
            if (left <= 0) {
                return ended;
            }
            Line line = lines.poll(Math.min(left, MILLIS_BEHIND_THE_END), TimeUnit.MILLISECONDS);
            if (line == null) {
                if (ended) {
                    return true;
                }
            } else if (line.isEnd()) {
                return process.waitFor(left, TimeUnit.MILLISECONDS);
            } else {
                listener.accept(line.text());
                keep(line.text());
            }
        }
    }

    private void keep(String line) {
        last.addLast(line);
        if (last.size() > keeps) {
            last.removeFirst();
            saidMore = true;
        }
    }

    /** How it ended. */
    int status() {
        return process.exitValue();
    }

    /** What it said at last. */
    List<String> lastLines() {
        return List.copyOf(last);
    }

    /** Whether it said more than that. */
    boolean saidMore() {
        return saidMore;
    }

    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList(); // before it ends: then nobody knows them any more
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        listener.interrupt();
    }
}
