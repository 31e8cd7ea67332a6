package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Nested;
import dev.migrate.maven.source.Code.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes apart what is too large for one method, which has room for 64 KB of byte code. Each part is a class of its own: the
 * constants of a class are limited as well.
 */
final class CodeParts {

    /** Some 1,000 columns; far below what a method and a class have room for. */
    private static final int ROOM = 40_000;

    private static final int CALL = 10;
    private static final int ARGUMENT = 8;
    private static final int LAMBDA = 20;

    private final Set<String> taken = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param className the class that the parts are nested in
     */
    CodeParts(String className) {
        taken.add(className);
    }

    /**
     * A nested class with one method, {@code addTo}.
     *
     * @param name its simple name
     * @param type the type of the method's parameter
     * @param parameter the parameter's name
     * @param statements what the method does
     */
    record Part(String name, String type, String parameter, List<Statement> statements) {}

    /** What was taken out so far. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The same statements, or calls of parts that hold them. */
    List<Statement> fitting(List<Statement> statements, String parameter, String type, String about) {
        List<Statement> fitting = statements.stream().map(this::fitting).toList();
        if (fitting.size() < 2 || weight(fitting) <= ROOM) {
            return fitting;
        }
        List<Statement> calls = new ArrayList<>();
        List<Statement> part = new ArrayList<>();
        int filled = 0;
        for (Statement statement : fitting) {
            int weight = weight(statement.chain());
            if (filled + weight > ROOM && !part.isEmpty()) {
                calls.add(taken(part, parameter, type, about));
                part.clear();
                filled = 0;
            }
            part.add(statement);
            filled += weight;
        }
        calls.add(taken(part, parameter, type, about));
        return fitting(calls, parameter, type, about);
    }

    private Statement taken(List<Statement> statements, String parameter, String type, String about) {
        String name = free(about);
        parts.add(new Part(name, type, parameter, List.copyOf(statements)));
        return new Statement(Chain.of(name, Call.of("addTo", new Code.Plain(parameter))));
    }

    private String free(String about) {
        StringBuilder base = new StringBuilder();
        for (String word : about.split("[^\\p{Alnum}]+", -1)) {
            if (!word.isEmpty()) {
                base.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        if (base.isEmpty() || Character.isDigit(base.charAt(0))) {
            base.insert(0, "Table");
        }
        int number = 1;
        while (!taken.add(base + "Part" + number)) {
            number++;
        }
        return base + "Part" + number;
    }

    private Statement fitting(Statement statement) {
        return new Statement(statement.notes(), fitting(statement.chain()));
    }

    private Chain fitting(Chain chain) {
        return weight(chain) <= ROOM
                ? chain
                : new Chain(
                        chain.receiver(),
                        chain.calls().stream()
                                .map(call -> new Call(
                                        call.name(),
                                        call.arguments().stream()
                                                .map(this::fitting)
                                                .toList()))
                                .toList());
    }

    private Code fitting(Code argument) {
        if (!(argument instanceof Lambda lambda)) {
            return argument;
        }
        return new Lambda(
                lambda.parameter(),
                lambda.type(),
                lambda.about(),
                fitting(lambda.body(), lambda.parameter(), lambda.type(), lambda.about()),
                lambda.braces());
    }

    private static int weight(List<Statement> statements) {
        return statements.stream()
                .mapToInt(statement -> weight(statement.chain()))
                .sum();
    }

    private static int weight(Chain chain) {
        int weight = 0;
        for (Call call : chain.calls()) {
            weight += CALL;
            for (Code argument : call.arguments()) {
                weight += weight(argument);
            }
        }
        return weight;
    }

    private static int weight(Code argument) {
        if (argument instanceof Lambda lambda) {
            return LAMBDA + weight(lambda.body());
        }
        return argument instanceof Nested nested ? weight(nested.chain()) : ARGUMENT;
    }
}
