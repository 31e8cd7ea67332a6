package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs code. Two of them are equal when name, version and assurance are: code itself cannot be compared.
 *
 * @param name what the code does
 * @param version which meaning of the name
 * @param assurance what its author says about a second run
 * @param task the code
 */
public record RunCode(String name, int version, Assurance assurance, Task task) implements Operation {

    public RunCode {
        requireNonNull(name, "name");
        requireNonNull(assurance, "assurance");
        requireNonNull(task, "task");
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "run \"" + name + "\" version " + version;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.forgotten("the code \"" + name + "\" may have changed it");
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.runCode(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunCode that
                && name.equals(that.name)
                && version == that.version
                && assurance.equals(that.assurance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, assurance);
    }

    @Override
    public String toString() {
        return "RunCode[name=" + name + ", version=" + version + ", assurance=" + assurance + "]";
    }

    /** Code together with what it needs; the recorder makes it of the migration's own code. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does the work.
         *
         * @param session what the run gives to it
         * @throws Exception whatever the migration's code throws
         */
        void run(Session session) throws Exception;
    }

    /** What the run gives to code: the executor implements it. */
    public interface Session {
        /**
         * The guarded connection.
         *
         * @return an open connection whose transaction belongs to the run
         */
        Connection connection();

        /**
         * Tells the person who watches how far the work has come.
         *
         * @param message one line
         */
        void progress(String message);
    }
}
