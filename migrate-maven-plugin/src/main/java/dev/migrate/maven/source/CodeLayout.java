package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Nested;
import dev.migrate.maven.source.Code.Plain;
import dev.migrate.maven.source.Code.Statement;
import dev.migrate.maven.source.Code.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays code out as palantir-java-format would, in lines of so many columns. */
final class CodeLayout {

    private static final int BLOCK = 4;
    private static final int CONTINUATION = 8;
    private static final int END_OF_TEXT = 8; // quotes, and what closes the call behind them

    private static final String ARROW = " -> ";

    private final int width;
    private final JavaText java;

    CodeLayout(int width, JavaText java) {
        this.width = width;
        this.java = java;
    }

    /** Statements, each after as many columns. */
    List<String> lines(List<Statement> statements, int indent) {
        List<String> lines = new ArrayList<>();
        for (Statement statement : statements) {
            lines.addAll(comments(statement.notes(), indent));
            String code = chain(statement.chain(), indent, indent, 1) + ";";
            (" ".repeat(indent) + code).lines().forEach(lines::add);
        }
        return lines;
    }

    List<String> comments(List<String> notes, int indent) {
        return notes.stream()
                .flatMap(note -> java.lineComment(note, width - indent).stream())
                .map(line -> " ".repeat(indent) + line)
                .toList();
    }

    /**
     * A chain of calls.
     *
     * @param indent the column to which what goes on in further lines is indented
     * @param start the column where it begins
     * @param after how many columns must be left on its last line
     */
    private String chain(Chain chain, int indent, int start, int after) {
        Optional<String> flat = flat(chain);
        if (flat.isPresent() && start + flat.get().length() + after <= width) {
            return flat.get();
        }
        List<Call> calls = chain.calls();
        String begin = chain.receiver() + ".";
        boolean several = calls.size() > 1;
        StringBuilder text = new StringBuilder(begin)
                .append(call(calls.get(0), indent, start + begin.length(), several ? 0 : after));
        int further = indent + CONTINUATION;
        for (Call call : calls.subList(1, calls.size())) {
            boolean last = call == calls.get(calls.size() - 1);
            text.append(newLine(further)).append('.').append(call(call, further, further + 1, last ? after : 0));
        }
        return text.toString();
    }

    private String call(Call call, int indent, int start, int after) {
        Optional<String> flat = flat(call);
        List<Code> arguments = call.arguments();
        if (flat.isPresent() && (arguments.isEmpty() || start + flat.get().length() + after <= width)) {
            return flat.get();
        }
        int last = arguments.size() - 1;
        Optional<String> before = flat(arguments.subList(0, last));
        if (before.isPresent()) {
            String head = call.name() + "(" + before.get() + (last > 0 ? ", " : "");
            Optional<String> hugged = hugged(head, arguments.get(last), indent, start, after);
            if (hugged.isPresent()) {
                return hugged.get();
            }
        }
        return call.name() + "(" + newLine(indent + CONTINUATION) + arguments(arguments, indent + CONTINUATION, after)
                + ")";
    }

    /** A last argument that begins on the line of the call and goes on below. */
    private Optional<String> hugged(String head, Code last, int indent, int start, int after) {
        if (last instanceof Lambda lambda && fits(lambda, start + head.length())) {
            return Optional.of(head + lambda(lambda, indent, start + head.length(), after + 1) + ")");
        }
        if (last instanceof Words words
                && isBlock(words, indent + CONTINUATION, after)
                && start + head.length() + TextBlock.QUOTES.length() <= width) {
            return Optional.of(head + block(words, indent + CONTINUATION) + ")");
        }
        return Optional.empty();
    }

    /** Whether its first line fits. */
    private boolean fits(Lambda lambda, int start) {
        int begin = start + lambda.parameter().length() + ARROW.length();
        if (lambda.expression().isEmpty()) {
            return begin + 1 <= width;
        }
        Chain chain = lambda.expression().get();
        Call first = chain.calls().get(0);
        String call = flat(first).orElse(first.name() + "(" + TextBlock.QUOTES);
        return begin + chain.receiver().length() + 1 + call.length() <= width;
    }

    private String lambda(Lambda lambda, int indent, int start, int after) {
        String begin = lambda.parameter() + ARROW;
        return lambda.expression()
                .map(chain -> begin + chain(chain, indent, start + begin.length(), after))
                .orElseGet(() -> begin + "{\n" + String.join("\n", lines(lambda.body(), indent + BLOCK))
                        + newLine(indent) + "}");
    }

    /** All in one line, or each in one of its own. */
    private String arguments(List<Code> arguments, int indent, int after) {
        Optional<String> flat = flat(arguments);
        if (flat.isPresent() && indent + flat.get().length() + 1 + after <= width) {
            return flat.get();
        }
        int last = arguments.size() - 1;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            texts.add(argument(arguments.get(i), indent, 1 + (i == last ? after : 0)));
        }
        return String.join("," + newLine(indent), texts);
    }

    private String argument(Code argument, int indent, int after) {
        Optional<String> flat = flat(argument);
        if (flat.isPresent() && indent + flat.get().length() + after <= width) {
            return flat.get();
        }
        if (argument instanceof Words words) {
            if (isBlock(words, indent, after)) {
                return block(words, indent);
            }
            int room = width - indent - CONTINUATION - "+ ".length() - after;
            return String.join(newLine(indent + CONTINUATION) + "+ ", java.literals(words.text(), room));
        }
        if (argument instanceof Nested nested) {
            return chain(nested.chain(), indent, indent, after);
        }
        if (argument instanceof Lambda lambda) {
            return lambda(lambda, indent, indent, after);
        }
        return flat.orElseThrow();
    }

    /** Whether a text stands in lines of its own: SQL that has some, or is too long for one. */
    private boolean isBlock(Words words, int indent, int after) {
        return words.sql()
                && TextBlock.isPossible(words.text(), java)
                && (isInLines(words) || indent + java.literal(words.text()).length() + 1 + after > width);
    }

    private boolean isInLines(Words words) {
        return words.sql() && words.text().contains("\n") && TextBlock.isPossible(words.text(), java);
    }

    private String block(Words words, int indent) {
        return TextBlock.QUOTES + "\n"
                + String.join("\n", TextBlock.lines(words.text(), indent, width - END_OF_TEXT, java));
    }

    private Optional<String> flat(Chain chain) {
        StringBuilder text = new StringBuilder(chain.receiver());
        for (Call call : chain.calls()) {
            Optional<String> flat = flat(call);
            if (flat.isEmpty()) {
                return flat;
            }
            text.append('.').append(flat.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> flat(Call call) {
        return flat(call.arguments()).map(arguments -> call.name() + "(" + arguments + ")");
    }

    private Optional<String> flat(List<Code> arguments) {
        List<Optional<String>> flat = arguments.stream().map(this::flat).toList();
        return flat.stream().allMatch(Optional::isPresent)
                ? Optional.of(flat.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private Optional<String> flat(Code argument) {
        if (argument instanceof Plain plain) {
            return Optional.of(plain.text());
        }
        if (argument instanceof Words words) {
            return isInLines(words) ? Optional.empty() : Optional.of(java.literal(words.text()));
        }
        if (argument instanceof Nested nested) {
            return flat(nested.chain());
        }
        Lambda lambda = (Lambda) argument;
        return lambda.expression().flatMap(this::flat).map(body -> lambda.parameter() + ARROW + body);
    }

    private static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
