package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a script has to do, before it is written in the language of one database's client. Rows of the version table stand
 * as one text: sorted, with a space between them.
 *
 * @param header what a reader should know first, a line each
 * @param schema the schema that migrations work in; empty for the connection's own
 * @param own migrate's own tables
 * @param mark what the database may be marked as; empty when any will do
 * @param creating what creates them where they are not there
 * @param opening what is written before anything else once the lock is held
 * @param lockTimeout how long to wait while a run holds the lock
 * @param ignoredRows rows of the version table that belong to branches which this script leaves alone
 * @param steps what to do, in order; none where the own tables are all there is to create
 * @param gap why the script ends where it ends, and what to do then; empty when it does all it was asked for
 */
public record OfflineScript(
        List<String> header,
        Optional<String> schema,
        Own own,
        Optional<Mark> mark,
        List<String> creating,
        List<OwnWrite> opening,
        Duration lockTimeout,
        List<String> ignoredRows,
        List<Step> steps,
        Optional<String> gap) {

    /** What one operation has at most of statements, so that its place in a step is one number. */
    private static final long MOST_STATEMENTS = 1_000_000;

    public OfflineScript {
        header = List.copyOf(header);
        requireNonNull(schema, "schema");
        requireNonNull(own, "own");
        requireNonNull(mark, "mark");
        creating = List.copyOf(creating);
        opening = List.copyOf(opening);
        requireNonNull(lockTimeout, "lockTimeout");
        ignoredRows = List.copyOf(ignoredRows);
        steps = List.copyOf(steps);
        requireNonNull(gap, "gap");
    }

    /**
     * Every text of rows that the script can begin at or has passed, in order.
     *
     * @return the rows before the first step and after each; empty where any row will do
     */
    public List<String> stations() {
        if (steps.isEmpty() || steps.get(0).rowsBefore().isEmpty()) {
            return List.of();
        }
        return Stream.concat(steps.get(0).rowsBefore().stream(), steps.stream().map(Step::rowsAfter))
                .toList();
    }

    /**
     * Migrate's own tables, as they stand in SQL.
     *
     * @param schema where they are; empty for the schema that migrations work in
     * @param versionTable the version table's name, which is also the name of the history
     * @param version the version table
     * @param info facts about the database
     * @param history what happened
     * @param journal what is under way
     * @param layout the layout that is written down in {@code info}
     */
    public record Own(
            Optional<String> schema,
            String versionTable,
            String version,
            String info,
            String history,
            String journal,
            String layout) {

        /** What to say where they are laid out in another way. */
        public static final String OTHER_LAYOUT =
                "its tables are of another version of migrate: write the script with the one that wrote them, or a later one";

        public Own {
            requireNonNull(schema, "schema");
            requireNonNull(versionTable, "versionTable");
            requireNonNull(version, "version");
            requireNonNull(info, "info");
            requireNonNull(history, "history");
            requireNonNull(journal, "journal");
            requireNonNull(layout, "layout");
        }
    }

    /**
     * What a database says it is, held against what a script is meant for. All but the last are SQL, in words that every
     * database knows, and true of {@link Own#info} once that is there.
     *
     * @param refused a condition: whether the script is not for this database
     * @param environment the environment that the database is marked with; an empty text for none
     * @param production {@code 'true'} when it is marked as in production
     * @param meant what the script is meant for, in words
     */
    public record Mark(String refused, String environment, String production, String meant) {

        public Mark {
            requireNonNull(refused, "refused");
            requireNonNull(environment, "environment");
            requireNonNull(production, "production");
            requireNonNull(meant, "meant");
        }
    }

    /**
     * Where no other session can go on, since a statement that is done has left something in its own, and one that is not
     * needs it.
     *
     * @param from the place of the last statement that is done, from here
     * @param below up to here, this one left out
     * @param statement the statement that needs it
     */
    public record Lost(long from, long below, String statement) {

        public Lost {
            requireNonNull(statement, "statement");
        }

        /**
         * What to say there.
         *
         * @param revision the revision of the step
         * @return one line
         */
        public String words(String revision) {
            return revision + " is half done by a session that is gone; do the rest by hand, then mvn migrate:stamp:"
                    + " this needs what that session had: " + statement;
        }
    }

    /**
     * One step: a revision in one direction, or a stamp.
     *
     * @param title what it does, in one line
     * @param revision the revision; empty for a stamp
     * @param direction the word for its direction in the history
     * @param operationsHash what tells its operations from others, as the history keeps it
     * @param rowsBefore the rows at which it is due; empty when it is whatever they are
     * @param rowsAfter the rows that it leaves
     * @param begin what is written before the first statement
     * @param resume what is written instead when an earlier run left the step half done
     * @param lost where it cannot go on
     * @param parts what it does
     * @param end what is written after the last statement, in one transaction
     * @param failed what is written when a statement failed, where the client goes on after one that does
     */
    public record Step(
            String title,
            Optional<String> revision,
            String direction,
            String operationsHash,
            Optional<String> rowsBefore,
            String rowsAfter,
            List<OwnWrite> begin,
            List<OwnWrite> resume,
            List<Lost> lost,
            List<Part> parts,
            List<OwnWrite> end,
            List<OwnWrite> failed) {

        public Step {
            requireNonNull(title, "title");
            requireNonNull(revision, "revision");
            requireNonNull(direction, "direction");
            requireNonNull(operationsHash, "operationsHash");
            requireNonNull(rowsBefore, "rowsBefore");
            requireNonNull(rowsAfter, "rowsAfter");
            begin = List.copyOf(begin);
            resume = List.copyOf(resume);
            lost = List.copyOf(lost);
            parts = List.copyOf(parts);
            end = List.copyOf(end);
            failed = List.copyOf(failed);
        }

        /**
         * What goes on with the step where a script cannot.
         *
         * @return a command
         */
        public String command() {
            return "mvn migrate:" + (direction.equals("down") ? "downgrade" : "upgrade");
        }
    }

    /** A part of a step. */
    public sealed interface Part {

        /**
         * What it is for.
         *
         * @return one line
         */
        String title();

        /**
         * Its place in the step.
         *
         * @return a number that grows from part to part
         */
        long place();

        /**
         * Which others it shares a transaction with, where definitions commit by themselves.
         *
         * @return its place among them
         */
        Grouping grouping();
    }

    /** The place of a part among those that are done together or not at all. */
    public enum Grouping {
        /** There are no others. */
        ALONE,
        /** The first of several. */
        FIRST,
        /** Between others. */
        INNER,
        /** The last of several. */
        LAST
    }

    /**
     * A statement to run once.
     *
     * @param title what it is for
     * @param place its place in the step
     * @param rowsOf the one table whose rows it changes, where that is certain
     * @param grouping which others it shares a transaction with
     * @param sql the statement, without arguments
     * @param setsSession whether it sets something in the session and nothing else: a run that goes on behind it needs it
     *     again
     * @param begin writes into the journal that it is about to run
     * @param done writes into the journal that it is done
     * @param forget takes it out of the journal
     */
    public record Statement(
            String title,
            long place,
            Optional<TableName> rowsOf,
            Grouping grouping,
            SqlStatement sql,
            boolean setsSession,
            OwnWrite begin,
            OwnWrite done,
            OwnWrite forget)
            implements Part {

        public Statement {
            requireNonNull(title, "title");
            requireNonNull(rowsOf, "rowsOf");
            requireNonNull(grouping, "grouping");
            requireNonNull(sql, "sql");
            requireNonNull(begin, "begin");
            requireNonNull(done, "done");
            requireNonNull(forget, "forget");
        }
    }

    /**
     * A question whose answer has to be right.
     *
     * @param title what it is for
     * @param place its place in the step
     * @param grouping which others it shares a transaction with
     * @param what the sentence that should be true
     * @param query a query of one row and one column
     * @param expected the right answer, as a literal
     */
    public record Question(String title, long place, Grouping grouping, String what, String query, String expected)
            implements Part {

        public Question {
            requireNonNull(title, "title");
            requireNonNull(grouping, "grouping");
            requireNonNull(what, "what");
            requireNonNull(query, "query");
            requireNonNull(expected, "expected");
        }
    }

    /**
     * A place in a step as one number.
     *
     * @param ordinal the operation, from 1
     * @param sub the statement of the operation, from 1
     * @return the number; {@link #PLACE} is the same in SQL
     */
    public static long place(int ordinal, int sub) {
        return ordinal * MOST_STATEMENTS + sub;
    }

    /** The place of a row of the journal, in SQL. */
    public static final String PLACE = "ordinal * " + MOST_STATEMENTS + " + sub";
}
