package dev.migrate.maven;

import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal says, the level in front, instead of printing it. */
final class RecordingLog extends SystemStreamLog {

    private final List<String> lines;

    RecordingLog(List<String> lines) {
        this.lines = lines;
    }

    @Override
    public void debug(CharSequence content) {
        lines.add("debug " + content);
    }

    @Override
    public void info(CharSequence content) {
        lines.add("info " + content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("warn " + content);
    }
}
