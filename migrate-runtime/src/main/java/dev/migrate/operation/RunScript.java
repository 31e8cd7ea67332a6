package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a script. Two of them are equal when path, content and assurance are.
 *
 * @param path where the script lies on the class path, without a slash at its beginning
 * @param digest SHA-256 of its content, for which it does not matter how lines end
 * @param assurance what its author says about a second run
 * @param source where the content comes from
 */
public record RunScript(String path, String digest, Assurance assurance, Source source) implements Operation {

    public RunScript {
        requireNonNull(path, "path");
        requireNonNull(digest, "digest");
        requireNonNull(assurance, "assurance");
        requireNonNull(source, "source");
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "run script " + path;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.forgotten("the script " + path + " may have changed it");
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.runScript(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunScript that
                && path.equals(that.path)
                && digest.equals(that.digest)
                && assurance.equals(that.assurance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, digest, assurance);
    }

    @Override
    public String toString() {
        return "RunScript[path=" + path + ", digest=" + digest + ", assurance=" + assurance + "]";
    }

    /** A script's content: it may be too large to be kept. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the script at its beginning.
         *
         * @return its bytes, in UTF-8; to be closed by the caller
         * @throws IOException when it cannot be read, or is no longer there
         */
        InputStream open() throws IOException;
    }
}
