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
    private static final int BLOCK = 4;
    private static final int COLUMNS = 100;

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
        List<String> lines =
                Written.lines(upgrade.remarks(), statements(upgrade, new TreeSet<>()), new CodeLayout(COLUMNS, java));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * Writes it down.
     *
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the words of a migration cannot say an
     *     operation
     */
    Written written(String className) {
        SortedSet<String> imports = new TreeSet<>();
        CodeParts parts = new CodeParts(className);
        List<Statement> up = parts.fitting(statements(upgrade, imports), "op", OPERATIONS, "upgrade");
        List<Statement> down = parts.fitting(statements(downgrade, imports), "op", OPERATIONS, "downgrade");
        return new Written(List.copyOf(imports), upgrade.remarks(), up, downgrade.remarks(), down, parts.parts());
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

    /**
     * The pieces of a class.
     *
     * @param imports the classes it names beside those of {@code dev.migrate}
     * @param upRemarks what comes before all of upgrade
     * @param up the statements of upgrade
     * @param downRemarks what comes before all of downgrade
     * @param down the statements of downgrade
     * @param parts further classes within it
     */
    record Written(
            List<String> imports,
            List<String> upRemarks,
            List<Statement> up,
            List<String> downRemarks,
            List<Statement> down,
            List<CodeParts.Part> parts) {

        List<String> importLines() {
            return imports.stream().map(name -> "import " + name + ";").toList();
        }

        List<String> upgradeLines(CodeLayout layout) {
            return lines(upRemarks, up, layout);
        }

        List<String> downgradeLines(CodeLayout layout) {
            return lines(downRemarks, down, layout);
        }

        private static List<String> lines(List<String> remarks, List<Statement> statements, CodeLayout layout) {
            List<String> lines = new ArrayList<>(layout.comments(remarks, 0));
            lines.addAll(layout.lines(statements, 0));
            return lines;
        }

        List<String> partLines(CodeLayout layout) {
            List<String> lines = new ArrayList<>();
            for (CodeParts.Part part : parts) {
                lines.add("");
                lines.add("private static final class " + part.name() + " {");
                lines.add("");
                lines.add(" ".repeat(BLOCK) + "static void addTo(" + part.type() + " " + part.parameter() + ") {");
                lines.addAll(layout.lines(part.statements(), 2 * BLOCK));
                lines.add(" ".repeat(BLOCK) + "}");
                lines.add("}");
            }
            return lines;
        }
    }
}
