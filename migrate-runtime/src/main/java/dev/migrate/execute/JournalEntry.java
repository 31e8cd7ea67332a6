package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One unit of a half-done step, as the journal has it.
 *
 * @param key what names it
 * @param state how far it came
 * @param text what was sent, or what code it was
 * @param decisions what was decided when it was rendered
 * @param identity the session that did it
 * @param keepsPlace whether it keeps a place of its own, where a next run goes on
 */
record JournalEntry(
        UnitKey key, State state, String text, Decisions decisions, SessionIdentity identity, boolean keepsPlace) {

    /** How far a unit came. */
    enum State {
        /** Sent, and nobody knows yet what became of it. */
        STARTED,
        /** Its transaction was begun; seen from outside only when something in it committed. */
        OPEN,
        /** In the database. */
        DONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What was decided when an operation was rendered.
     *
     * @param number the statement's place in the step, from 1
     * @param of how many statements the operation has
     * @param together how many statements are one unit that begins here, as far as is known before they are sent; mostly 1
     * @param digest what tells the statements of a script up to here from others; empty elsewhere
     * @param rest the operation's statements after this one, where they could not be rendered again
     */
    record Decisions(int number, int of, int together, String digest, List<SqlStatement> rest) {

        Decisions {
            rest = List.copyOf(rest);
        }

        /** The numbers on the first line, then each statement with its length and its kind before it. */
        String text() {
            StringBuilder text = new StringBuilder()
                    .append(number)
                    .append(' ')
                    .append(of)
                    .append(' ')
                    .append(together)
                    .append(' ')
                    .append(digest)
                    .append('\n');
            rest.forEach(statement -> text.append(statement.sql().length())
                    .append(':')
                    .append(statement.kind())
                    .append(':')
                    .append(statement.sql()));
            return text.toString();
        }

        static Decisions parse(String text) {
            int line = text.indexOf('\n');
            String[] numbers = text.substring(0, line).split(" ", -1);
            List<SqlStatement> rest = new ArrayList<>();
            int at = line + 1;
            while (at < text.length()) {
                int length = text.indexOf(':', at);
                int kind = text.indexOf(':', length + 1);
                int end = kind + 1 + Integer.parseInt(text, at, length, 10);
                rest.add(new SqlStatement(
                        text.substring(kind + 1, end),
                        List.of(),
                        SqlStatement.Kind.valueOf(text.substring(length + 1, kind))));
                at = end;
            }
            return new Decisions(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    numbers[3],
                    rest);
        }
    }
}
