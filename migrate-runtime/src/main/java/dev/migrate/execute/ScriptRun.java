package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSql;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.RunScript;
import dev.migrate.script.ScriptSplitter;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.ScriptStatement.Effect;
import dev.migrate.script.ScriptSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A script on its way to the database. It is read twice: once to its end before anything of it runs, so that one that
 * cannot be split stops the step while nothing has happened, and then statement by statement, since it may be large.
 */
final class ScriptRun implements AutoCloseable {

    /**
     * Statements that are one unit since the session can use no table but the locked ones meanwhile, the journal
     * neither.
     *
     * @param statements how many
     * @param release the last of them, which gives the tables free
     */
    record Locked(int statements, SqlStatement release) {}

    /**
     * What a statement of a script is besides its SQL.
     *
     * @param place file and line
     * @param digest what tells the script's statements up to this one from others
     * @param session whether it sets something in the session and nothing else
     * @param locked what begins with it, if it locks tables
     */
    record InScript(String place, String digest, boolean session, Optional<Locked> locked) {}

    private final RunScript script;
    private final ScriptSyntax syntax;
    private final Map<Integer, Locked> locked = new HashMap<>();
    private final int statements;
    private int given;
    private String digest = "";
    private @Nullable InputStream bytes;
    private @Nullable ScriptSplitter splitter;

    ScriptRun(RunScript script, Dialect dialect) {
        this.script = script;
        syntax = dialect.scriptSyntax();
        statements = countAndFindLocks();
    }

    private int countAndFindLocks() {
        int count = 0;
        int lock = 0;
        try (InputStream all = script.source().open()) {
            ScriptSplitter reader = new ScriptSplitter(script.path(), all, syntax);
            for (Optional<ScriptStatement> next = reader.next(); next.isPresent(); next = reader.next()) {
                count++;
                Effect effect = next.get().effect();
                if (effect == Effect.LOCK && lock == 0) {
                    lock = count;
                } else if (effect == Effect.UNLOCK && lock > 0) {
                    locked.put(lock, new Locked(count - lock + 1, ScriptSql.of(next.get())));
                    lock = 0;
                }
            }
        } catch (IOException e) {
            throw ScriptSql.unreadable(script, e);
        }
        if (lock > 0) {
            throw RunProblems.neverUnlocked(script.path(), lock);
        }
        return count;
    }

    /** How many statements it has. */
    int statements() {
        return statements;
    }

    boolean hasNext() {
        return given < statements;
    }

    /** The next statement; its number is {@link #given}. */
    ScriptStatement next() {
        try {
            if (splitter == null) {
                bytes = script.source().open();
                splitter = new ScriptSplitter(script.path(), bytes, syntax);
            }
            given++;
            ScriptStatement statement =
                    splitter.next().orElseThrow(() -> new IOException("it is shorter than when it was read first"));
            digest = Sha256.hex(digest + statement.sql());
            return statement;
        } catch (IOException e) {
            throw ScriptSql.unreadable(script, e);
        }
    }

    /** How many statements were given out. */
    int given() {
        return given;
    }

    /** What tells the statements that were given out from others. */
    String digest() {
        return digest;
    }

    InScript describe(ScriptStatement statement) {
        return new InScript(
                script.path() + ":" + statement.line(),
                digest,
                statement.effect() == Effect.SESSION,
                Optional.ofNullable(locked.get(given)));
    }

    /**
     * Passes by statements that an earlier run did.
     *
     * @return those which set the session of that run, to be sent again in this one
     */
    List<SqlStatement> skip(int done) {
        return skip(done, LostState::isMadeBy);
    }

    /** The same for all of it, when what follows is not the script's. */
    List<SqlStatement> skipAll() {
        return skip(statements, LostState::isMissedSilently);
    }

    private List<SqlStatement> skip(int done, Predicate<ScriptStatement> lost) {
        List<SqlStatement> session = new ArrayList<>();
        while (given < done && hasNext()) {
            ScriptStatement statement = next();
            if (lost.test(statement)) {
                throw RunProblems.lostState(script.path() + ":" + statement.line() + ": " + statement.sql());
            }
            if (statement.effect() == Effect.SESSION) {
                session.add(ScriptSql.of(statement));
            }
        }
        return session;
    }

    @Override
    public void close() {
        try {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException e) {
            throw ScriptSql.unreadable(script, e);
        }
    }
}
