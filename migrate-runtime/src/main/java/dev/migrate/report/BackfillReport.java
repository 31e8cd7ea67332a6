package dev.migrate.report;

import dev.migrate.execute.RunEvent;
import java.time.Duration;
import java.util.Locale;

/** Prints how far a backfill has come, in one line. */
public final class BackfillReport {

    private BackfillReport() {}

    /**
     * The line.
     *
     * @param event what the backfill told
     * @return for example {@code backfill orders: 1,250,000 of about 2,000,000 rows, 1,100,000 changed, 41,000 rows/s, 18
     *     s left}; without a line feed
     */
    public static String text(RunEvent.Backfilling event) {
        StringBuilder text = new StringBuilder("backfill ")
                .append(event.table())
                .append(": ")
                .append(number(event.passed()));
        event.total().ifPresent(total -> text.append(" of about ").append(number(Math.max(total, event.passed()))));
        text.append(event.passed() == 1 && event.total().isEmpty() ? " row, " : " rows, ")
                .append(number(event.changed()))
                .append(" changed, ")
                .append(number(event.perSecond()))
                .append(" rows/s");
        event.left().ifPresent(left -> text.append(", ").append(duration(left)).append(" left"));
        event.waiting().ifPresent(why -> text.append(" (waiting: ").append(why).append(')'));
        return text.toString();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String duration(Duration left) {
        if (left.toMinutes() == 0) {
            return left.toSeconds() + " s";
        }
        return left.toHours() == 0
                ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                : left.toHours() + " h " + left.toMinutesPart() + " min";
    }
}
