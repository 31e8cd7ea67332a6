package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The language of a database's own client: how a script says what a run does, so that it is safe to run again, and stops
 * where a run would stop. Without state.
 */
public interface ScriptLanguage {

    /** Stands for the file in {@link #command}. */
    String FILE = "{file}";

    /**
     * What feeds a script to the client.
     *
     * @return a command line with {@link #FILE} in it
     */
    String command();

    /**
     * What somebody has to know who runs the script in another way than {@link #command} says.
     *
     * @return lines for its head
     */
    List<String> cautions();

    /**
     * A text as it has to stand on both sides of a comparison that tells upper from lower case.
     *
     * @param text an expression
     * @return an expression
     */
    default String exactly(String text) {
        return text;
    }

    /**
     * What stands before the name of an own table.
     *
     * @param schema the schema that own tables are in; empty for the one that the script finds
     * @return a prefix with its dot; may be empty
     */
    String qualifier(Optional<String> schema);

    /**
     * What only the server knows, and only when the script runs.
     *
     * @return expressions
     */
    Known known();

    /**
     * The key of a step that the script begins: no two runs of a script have the same.
     *
     * @param number the step, from 1
     * @return an expression
     */
    String key(int number);

    /**
     * Writes a script.
     *
     * @param script what it has to do
     * @return the text of the file, with {@code \n} at the end of each line
     */
    String text(OfflineScript script);

    /**
     * What only the server knows, as expressions within a script.
     *
     * @param step the key of the step under way
     * @param who the account that runs the script
     * @param host the machine it is run from, as far as the server knows
     * @param session the connection
     * @param server the server's own id
     * @param millis how long the step took, where {@code started} is a column
     * @param sql the text of the statement that is about to run; empty where it has to be written out
     */
    record Known(
            String step, String who, String host, String session, String server, String millis, Optional<String> sql) {

        public Known {
            requireNonNull(step, "step");
            requireNonNull(who, "who");
            requireNonNull(host, "host");
            requireNonNull(session, "session");
            requireNonNull(server, "server");
            requireNonNull(millis, "millis");
            requireNonNull(sql, "sql");
        }
    }
}
