package dev.migrate.dialect;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Writes down which test of {@link DialectContract} ran on which database and how it ended, for the README's matrix: a
 * line for each row and column, with the number of tests that passed, the number of those that the database refused, and
 * the words of the refusals. Nothing is written when single tests were chosen, unless {@code -Dcontract.record=true}.
 */
final class SupportMatrix implements InvocationInterceptor {

    private static final Path FILE = Path.of("target", "support-matrix.tsv");
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SupportMatrix.class);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        record(invocation, context, words(context.getRequiredTestMethod().getName()));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        ExtensionContext factory = context.getParent().orElseThrow();
        String name = factory.getRequiredTestMethod().getName();
        // Each operation has a row of its own; of names and defaults there are many.
        String row = name.startsWith("what") ? context.getDisplayName() : words(name);
        record(invocation, factory, row);
    }

    private static void record(Invocation<Void> invocation, ExtensionContext context, String row) throws Throwable {
        Results results = results(context);
        String column =
                results.column(context.getRequiredTestClass(), (DialectContract) context.getRequiredTestInstance());
        try {
            invocation.proceed();
            results.passed(row, column);
        } catch (TestAbortedException e) {
            results.refused(row, column, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static Results results(ExtensionContext context) {
        return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("results", key -> new Results(), Results.class);
    }

    /** A method's name as the sentence that it is. */
    private static String words(String method) {
        return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static final class Cell {
        private int passed;
        private int refused;
        private final SortedSet<String> reasons = new TreeSet<>();
    }

    /** What all classes of the build tell; written at its end. */
    private static final class Results implements AutoCloseable {

        private final Map<Class<?>, String> columns =
                new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));
        private final SortedMap<String, Cell> cells = new TreeMap<>();

        synchronized String column(Class<?> test, DialectContract contract) throws SQLException {
            String known = columns.get(test);
            if (known == null) {
                try (DatabaseUnderTest database = contract.fresh();
                        Connection connection = database.connect()) {
                    known = withoutPatch(Dialects.of(connection).describe());
                }
                columns.put(test, known);
            }
            return known;
        }

        synchronized void passed(String row, String column) {
            cell(row, column).passed++;
        }

        synchronized void refused(String row, String column, String message) {
            Cell cell = cell(row, column);
            cell.refused++;
            cell.reasons.add(reason(withoutPatch(message)));
        }

        private Cell cell(String row, String column) {
            return cells.computeIfAbsent(row + "\t" + column, key -> new Cell());
        }

        /** {@code MariaDB 11.4.5} is called {@code MariaDB 11.4}: a patch changes nothing that the matrix tells. */
        private static String withoutPatch(String text) {
            return text.replaceFirst("(\\b[A-Z]\\w+ \\d+(?:\\.\\d+)*)\\.\\d+\\b", "$1");
        }

        /** What the database cannot do; not what asked for it, nor what to do instead. */
        private static String reason(String message) {
            return message.replaceFirst("^Assumption failed: ", "")
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst("^\\[[a-z-]+] ", "")
                    .replaceFirst(", but .*", "")
                    .replaceFirst("^[A-Z]\\w+ [\\d.]+ ", "") // the column says which database
                    .replace('\t', ' ');
        }

        @Override
        public void close() throws IOException {
            if (Optional.ofNullable(System.getProperty("test")).isPresent() && !Boolean.getBoolean("contract.record")) {
                return;
            }
            StringBuilder text = new StringBuilder();
            cells.forEach((key, cell) -> text.append(key)
                    .append('\t')
                    .append(cell.passed)
                    .append('\t')
                    .append(cell.refused)
                    .append('\t')
                    .append(String.join("; ", cell.reasons))
                    .append('\n'));
            Files.writeString(FILE, text);
        }
    }
}
