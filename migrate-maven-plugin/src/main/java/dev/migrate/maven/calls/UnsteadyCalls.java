package dev.migrate.maven.calls;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of the clock and of chance that a migration makes while it is recorded, as its class file and those of its nested
 * classes tell. What {@code op.run} and {@code op.decide} are given runs later, and may.
 */
public final class UnsteadyCalls {

    private static final Set<String> BEGINNINGS = Set.of("<clinit>", "<init>", "upgrade", "downgrade", "change");

    private final Path directory;
    private final String migration;
    private final Map<String, Optional<ClassCalls>> classes = new HashMap<>();

    private UnsteadyCalls(Path directory, String migration) {
        this.directory = directory;
        this.migration = migration;
    }

    /**
     * The calls of one migration.
     *
     * @param directory where classes are compiled to
     * @param className the migration's class, as the JVM names it
     * @return a warning for each call, in the order of the class file; none where there is no such file
     * @throws UncheckedIOException when the file cannot be read
     */
    public static List<Problem> of(Path directory, String className) {
        return new UnsteadyCalls(directory, className.replace('.', '/')).problems();
    }

    private List<Problem> problems() {
        Set<MethodCalls> seen = new LinkedHashSet<>();
        Deque<MethodCalls> open = new ArrayDeque<>();
        calls(migration)
                .ifPresent(own -> own.methods().stream()
                        .filter(method -> BEGINNINGS.contains(method.name()))
                        .forEach(open::add));
        while (!open.isEmpty()) {
            MethodCalls method = open.remove();
            if (seen.add(method)) {
                method.called().forEach(called -> open.addAll(methods(called)));
            }
        }
        List<Problem> problems = new ArrayList<>();
        seen.forEach(method -> method.unsteady().forEach(call -> problems.add(problem(method, call))));
        return problems;
    }

    private List<MethodCalls> methods(MethodCalls.Called called) {
        boolean own = called.owner().equals(migration) || called.owner().startsWith(migration + "$");
        return own
                ? calls(called.owner()).stream()
                        .flatMap(type -> type.methods().stream())
                        .filter(called::means)
                        .toList()
                : List.of();
    }

    private Optional<ClassCalls> calls(String name) {
        return classes.computeIfAbsent(name, this::read);
    }

    private Optional<ClassCalls> read(String name) {
        Path file = directory.resolve(name + ".class");
        try {
            return Files.exists(file) ? Optional.of(ClassCalls.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(MethodCalls method, MethodCalls.Unsteady call) {
        return Problem.of(
                        ProblemCode.NOT_DETERMINISTIC,
                        "it calls " + call.callee() + ", which does not answer the same each time")
                .at(method.place(call.line()))
                .next("take time and random values from SQL or inside op.run, and values from outside with op.x");
    }
}
