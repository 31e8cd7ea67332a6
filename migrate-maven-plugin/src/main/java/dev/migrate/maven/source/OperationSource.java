package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import dev.migrate.maven.source.Code.Statement;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.NameLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Operations as the source of a migration that a person might have written. Recorded from there they are the same, except for
 * what goes without saying in a migration: a primary key is not null; a sequence behind an identity column has no name of
 * its own; the comment of a new type, schema or view is a call of its own.
 *
 * <p>Equal input gives equal text. What is too large for one method is split.
 */
public final class OperationSource {

    /** Does nothing, in either direction. */
    public static final OperationSource NOTHING =
            new OperationSource(Way.of(List.of()), Way.of(List.of()), NameLimit.characters(Integer.MAX_VALUE), false);

    private static final String OPERATIONS = "Operations";
    private static final int MARGIN = 8; // of a line in a method

    private final Way upgrade;
    private final Way downgrade;
    private final NameLimit limit;
    private final boolean placesColumns;

    private OperationSource(Way upgrade, Way downgrade, NameLimit limit, boolean placesColumns) {
        this.upgrade = requireNonNull(upgrade, "upgrade");
        this.downgrade = requireNonNull(downgrade, "downgrade");
        this.limit = requireNonNull(limit, "limit");
        this.placesColumns = placesColumns;
    }

    /**
     * One direction.
     *
     * @param operations what it does, in order
     * @param notes what a reader should know about some of them, or about changes within an {@link AlterTable}: what data is
     *     lost. Each note is a comment before the line
     * @param remarks what a reader should know about all of it: what else it could be. Each is a comment at the top
     */
    public record Way(List<Operation> operations, Map<Operation, List<String>> notes, List<String> remarks) {

        public Way {
            operations = List.copyOf(operations);
            notes = Map.copyOf(notes);
            remarks = List.copyOf(remarks);
        }

        /**
         * Operations of which nothing more needs to be said.
         *
         * @param operations what it does, in order
         * @return the direction
         */
        public static Way of(List<Operation> operations) {
            return new Way(operations, Map.of(), List.of());
        }
    }

    /**
     * What a migration does.
     *
     * @param upgrade on the way up
     * @param downgrade on the way down
     * @param limit how long the names of constraints and indexes may be where they were chosen: names that convention
     *     gives by itself are left out
     * @param placesColumns whether the database puts a column in its place: MySQL and MariaDB do. Where it does not, a column
     *     that was dropped comes back as the last one
     * @return the source
     */
    public static OperationSource of(Way upgrade, Way downgrade, NameLimit limit, boolean placesColumns) {
        return new OperationSource(upgrade, downgrade, limit, placesColumns);
    }

    /**
     * What the way up does, as it would stand in a migration.
     *
     * @return statements, each ended by a line feed
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the words of a migration cannot say an
     *     operation
     */
    public String upgradeText() {
        JavaText java = new JavaText(StandardCharsets.UTF_8.newEncoder());
        Body body = new Body(upgrade.remarks(), statements(upgrade, new TreeSet<>()));
        return body.lines(new CodeLayout(MARGIN, java)).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Writes it down: what goes to which place of a template.
     *
     * @param className the simple name of the class
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the words of a migration cannot say an
     *     operation
     */
    Map<String, Block> written(String className) {
        SortedSet<String> imports = new TreeSet<>();
        CodeParts parts = new CodeParts(className);
        List<Statement> up = parts.fitting(statements(upgrade, imports), "op", OPERATIONS, "upgrade");
        List<Statement> down = parts.fitting(statements(downgrade, imports), "op", OPERATIONS, "downgrade");
        return Map.of(
                "imports", new Imports(imports),
                "upgrade", new Body(upgrade.remarks(), up),
                "downgrade", new Body(downgrade.remarks(), down),
                "parts", new Parts(parts.parts()));
    }

    private List<Statement> statements(Way way, SortedSet<String> imports) {
        WritableForm form = new WritableForm(placesColumns);
        Notes notes = new Notes(way.notes());
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : way.operations()) {
            List<Operation> written = form.of(operation);
            written.stream().findFirst().ifPresent(first -> notes.alsoOf(operation, first));
            if (operation instanceof AlterTable several) {
                several.changes().forEach(change -> sameNotes(change, form, notes));
            }
            operations.addAll(written);
        }
        return new OperationCode(new ConventionalNames(limit), new ValueCode(imports), notes)
                .statements("op", operations);
    }

    private static void sameNotes(TableOperation change, WritableForm form, Notes notes) {
        form.ofTable(change).forEach(written -> notes.alsoOf(change, written));
    }

    /** Lines of a class, which know how to be laid out. */
    interface Block {

        boolean isEmpty();

        List<String> lines(CodeLayout layout);
    }

    /**
     * The body of a method.
     *
     * @param remarks comments at its top
     * @param statements what it does
     */
    record Body(List<String> remarks, List<Statement> statements) implements Block {

        @Override
        public boolean isEmpty() {
            return remarks.isEmpty() && statements.isEmpty();
        }

        @Override
        public List<String> lines(CodeLayout layout) {
            List<String> lines = new ArrayList<>(layout.comments(remarks, 0));
            lines.addAll(layout.lines(statements, 0));
            return lines;
        }
    }

    private record Imports(SortedSet<String> classes) implements Block {

        @Override
        public boolean isEmpty() {
            return classes.isEmpty();
        }

        @Override
        public List<String> lines(CodeLayout layout) {
            return classes.stream().map(name -> "import " + name + ";").toList();
        }
    }

    private record Parts(List<CodeParts.Part> classes) implements Block {

        private static final int INDENT = 4;

        @Override
        public boolean isEmpty() {
            return classes.isEmpty();
        }

        @Override
        public List<String> lines(CodeLayout layout) {
            List<String> lines = new ArrayList<>();
            for (CodeParts.Part part : classes) {
                lines.add("");
                lines.add("private static final class " + part.name() + " {");
                lines.add("");
                lines.add(" ".repeat(INDENT) + "static void addTo(" + part.type() + " " + part.parameter() + ") {");
                lines.addAll(layout.lines(part.statements(), 2 * INDENT));
                lines.add(" ".repeat(INDENT) + "}");
                lines.add("}");
            }
            return lines;
        }
    }
}
