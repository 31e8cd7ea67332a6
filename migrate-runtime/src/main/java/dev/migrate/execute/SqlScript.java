package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.ScriptLanguage;
import java.util.List;
import java.util.Optional;

/**
 * A script that does in a database what a run would do, without migrate.
 *
 * @param name a name for its file, such as {@code base_8f3c2a91d07e.sql}
 * @param text the script
 * @param database the database that it is for, such as {@code MySQL 8.4.0}
 * @param rowsBefore the rows of the version table that it begins at; empty for base
 * @param rowsAfter the rows that it leaves
 * @param steps the revisions that it applies or undoes, in order
 * @param statements how many statements of migrations are in it
 * @param command the command line that runs it, with {@code {file}} in the place of the file
 * @param gap why it ends before the target, and what to do then; empty when it does not
 */
public record SqlScript(
        String name,
        String text,
        String database,
        List<String> rowsBefore,
        List<String> rowsAfter,
        List<StepInfo> steps,
        int statements,
        String command,
        Optional<String> gap) {

    public SqlScript {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        requireNonNull(database, "database");
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
        steps = List.copyOf(steps);
        requireNonNull(command, "command");
        requireNonNull(gap, "gap");
    }

    /**
     * The command line that runs it.
     *
     * @param file where the script was written to
     * @return the command, with places to fill in for what is not known
     */
    public String command(String file) {
        return command.replace(ScriptLanguage.FILE, file);
    }
}
