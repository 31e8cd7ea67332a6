package dev.migrate.execute;

import java.util.List;
import java.util.Optional;

/**
 * How far a backfill has come, as the journal keeps it.
 *
 * @param passed how many rows were walked through
 * @param changed how many of them were changed
 * @param last the key of the last of them; empty at the beginning
 */
record BackfillCursor(long passed, long changed, Optional<List<Object>> last) {

    static final BackfillCursor START = new BackfillCursor(0, 0, Optional.empty());

    String text() {
        return passed + " " + changed + "\n" + last.map(KeyText::of).orElse("");
    }

    static BackfillCursor parse(String text) {
        int line = text.indexOf('\n');
        int space = text.indexOf(' ');
        String key = text.substring(line + 1);
        return new BackfillCursor(
                Long.parseLong(text, 0, space, 10),
                Long.parseLong(text, space + 1, line, 10),
                key.isEmpty() ? Optional.empty() : Optional.of(KeyText.parse(key)));
    }

    BackfillCursor after(List<Object> key, long rows, long updated) {
        return new BackfillCursor(passed + rows, changed + updated, Optional.of(key));
    }
}
