package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LongWork;
import dev.migrate.operation.Backfill;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Updates the rows of a table batch by batch. Each batch is one transaction, together with the place behind it where the
 * next begins: whatever happens, a row is in a batch that is in the database, or in one that comes again. Of two sessions
 * that are at the same batch one moves the place, and the other takes its batch back.
 */
final class BackfillRun {

    /** How often in a row others may stand in the way of one batch. */
    private static final int MOST_TRIES = 20;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final WorkSession session;
    private final Connection connection;
    private final LongWork work;
    private final MigratorConfig config;
    private final StepInfo info;
    private final Backfill backfill;
    private final UnitKey unit;

    /**
     * Work that is not begun.
     *
     * @param unit the journal's entry, which is committed and keeps the place
     */
    BackfillRun(WorkSession session, MigratorConfig config, StepInfo info, Backfill backfill, UnitKey unit) {
        this.session = session;
        this.config = config;
        this.info = info;
        this.backfill = backfill;
        this.unit = unit;
        connection = session.connection();
        work = session.dialect().longWork();
    }

    /**
     * Does the work, or the rest of it. No transaction is open before or after.
     *
     * @throws MigrateException when the table cannot be walked through; nothing was changed then
     */
    void run() throws SQLException {
        Dialect dialect = session.dialect();
        Keyset keyset = new Keyset(dialect, backfill, BackfillKey.of(backfill, dialect, connection));
        refuseRowsWithoutTransactions();
        List<String> back = work.waitShortly(connection);
        session.commit();
        try {
            Journal.Place place = begun(keyset);
            if (place.end().isPresent()) {
                walk(keyset, place.cursor(), place.end().get());
            }
        } finally {
            setBack(back);
        }
    }

    private void refuseRowsWithoutTransactions() throws SQLException {
        if (session.mayKeepRows(Set.of(backfill.table()))) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            "table " + backfill.table() + " keeps rows without transactions: after a kill nobody could"
                                    + " tell which rows of a batch were changed")
                    .next("give it an engine with transactions first (ENGINE = InnoDB), or use op.execute"));
        }
    }

    /** The end is looked up once: rows that come later are not this work's. */
    private Journal.Place begun(Keyset keyset) throws SQLException {
        Optional<Journal.Place> kept = session.journal().place(unit);
        if (kept.isPresent()) {
            return kept.get();
        }
        Journal.Place first = new Journal.Place(BackfillCursor.START, key(keyset.last()));
        session.journal().begin(unit, first);
        session.commit();
        return first;
    }

    private void walk(Keyset keyset, BackfillCursor from, List<Object> end) throws SQLException {
        BackfillProgress progress = new BackfillProgress(
                info, backfill.table().toString(), total(keyset), config.listener(), from.passed());
        ReplicaBrake brake = new ReplicaBrake(work, connection);
        BatchSize size = new BatchSize(backfill.pace().batch());
        Duration pause = Duration.ofMillis(backfill.pace().pauseMillis());
        BackfillCursor cursor = from;
        while (!isAtTheEnd(cursor, end)) {
            cursor = batch(keyset, cursor, end, size, progress);
            BackfillCursor now = cursor;
            progress.at(now);
            brake.hold(why -> progress.tell(now, why));
            if (!isAtTheEnd(cursor, end)) {
                Pause.of(pause);
            }
        }
        progress.tell(cursor, Optional.empty());
    }

    /** Bytes are equal when their text is. */
    private static boolean isAtTheEnd(BackfillCursor cursor, List<Object> end) {
        return cursor.last()
                .filter(last -> KeyText.of(last).equals(KeyText.of(end)))
                .isPresent();
    }

    /** What the server believes, or a count where that costs nothing to speak of. */
    private OptionalLong total(Keyset keyset) throws SQLException {
        try {
            OptionalLong believed = work.estimatedRows(connection, backfill.table());
            return believed.isPresent() ? believed : OptionalLong.of(number(keyset.count()));
        } catch (SQLException e) {
            return OptionalLong.empty(); // only the line for people lacks it
        } finally {
            session.rollback();
        }
    }

    private BackfillCursor batch(
            Keyset keyset, BackfillCursor cursor, List<Object> end, BatchSize size, BackfillProgress progress)
            throws SQLException {
        Duration pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            long began = System.nanoTime();
            try {
                BackfillCursor next = batch(keyset, cursor, end, size.rows());
                session.journal().advance(unit, cursor, next);
                session.commit();
                size.took(Duration.ofNanos(System.nanoTime() - began));
                return next;
            } catch (SQLException e) {
                if (tried == MOST_TRIES || !work.stoodInTheWay(e)) {
                    throw e;
                }
                session.rollback();
            }
            size.stoodInTheWay();
            progress.tell(cursor, Optional.of("another session has locked rows of the next batch"));
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private BackfillCursor batch(Keyset keyset, BackfillCursor cursor, List<Object> end, int rows) throws SQLException {
        Optional<List<Object>> boundary = key(keyset.boundary(cursor.last(), end, rows));
        List<Object> to = boundary.orElse(end);
        long passed = boundary.isPresent() ? rows : number(keyset.count(cursor.last(), end));
        try (Statement statement = statement()) {
            return cursor.after(to, passed, statement.executeUpdate(keyset.update(cursor.last(), to)));
        }
    }

    private Optional<List<Object>> key(String query) throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(KeyText.read(row, row.getMetaData().getColumnCount())) : Optional.empty();
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        int seconds = StatementSender.seconds(config.statementTimeout());
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        return statement;
    }

    /** A session that is broken has nothing to set back. */
    private void setBack(List<String> statements) throws SQLException {
        if (statements.isEmpty() || connection.isClosed() || !session.answers()) {
            return;
        }
        session.rollback();
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        session.commit();
    }
}
