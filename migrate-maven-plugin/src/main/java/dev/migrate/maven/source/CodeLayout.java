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
import java.util.stream.IntStream;

/** Lays code out as palantir-java-format would. */
final class CodeLayout {

    private static final int COLUMNS = 120;
    private static final int LAST_DOT = 80; // a chain whose last call begins behind it is broken, even where it fits
    private static final int BLOCK = 4;
    private static final int CONTINUATION = 8;
    private static final int END_OF_TEXT = 8; // quotes, and what closes the call behind them
    private static final String ARROW = " -> ";
    private static final String PLUS = "+ ";

    private final int width;
    private final int lastDot;
    private final JavaText java;

    /**
     * @param margin how many columns stand before each line
     */
    CodeLayout(int margin, JavaText java) {
        width = COLUMNS - margin;
        lastDot = LAST_DOT - margin;
        this.java = java;
    }

    /**
     * Code in one line.
     *
     * @param text the line
     * @param dot how far into it the last call of a chain of several begins; -1 where there is none
     */
    private record Line(String text, int dot) {

        Line(String text) {
            this(text, -1);
        }

        Line then(Line next) {
            return new Line(text + next.text, next.dot < 0 ? dot : Math.max(dot, text.length() + next.dot));
        }

        Line then(String next) {
            return new Line(text + next, dot);
        }
    }

    private boolean fits(Line line, int start, int after) {
        return start + line.text().length() + after <= width && start + line.dot() <= lastDot;
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
        Optional<Line> flat = flat(chain).filter(line -> fits(line, start, after));
        if (flat.isPresent()) {
            return flat.get().text();
        }
        List<Call> calls = chain.calls();
        String begin = chain.receiver() + ".";
        boolean several = calls.size() > 1;
        StringBuilder text = new StringBuilder(begin)
                .append(call(calls.get(0), indent, start + begin.length(), several ? 0 : after));
        int further = indent + CONTINUATION;
        for (int i = 1; i < calls.size(); i++) {
            boolean last = i == calls.size() - 1;
            text.append(newLine(further))
                    .append('.')
                    .append(call(calls.get(i), further, further + 1, last ? after : 0));
        }
        return text.toString();
    }

    private String call(Call call, int indent, int start, int after) {
        List<Code> arguments = call.arguments();
        Optional<Line> flat = flat(call).filter(line -> arguments.isEmpty() || fits(line, start, after));
        return flat.map(Line::text)
                .or(() -> hugged(call, indent, start, after))
                .orElseGet(() -> call.name() + "(" + newLine(indent + CONTINUATION)
                        + arguments(arguments, indent + CONTINUATION, after) + ")");
    }

    /** A call that begins and ends as if it fitted, around what goes on in several lines. */
    private Optional<String> hugged(Call call, int indent, int start, int after) {
        List<Code> arguments = call.arguments();
        int last = arguments.size() - 1;
        int further = indent + CONTINUATION;
        Optional<String> head = flat(arguments.subList(0, last))
                .map(before -> call.name() + "(" + before.text() + (last > 0 ? ", " : ""));
        if (head.isPresent() && arguments.get(last) instanceof Lambda lambda) {
            int begin = start + head.get().length();
            if (fits(lambda, begin) && (last == 0 || lambda.expression().isEmpty())) {
                return Optional.of(head.get() + lambda(lambda, indent, begin, after + 1) + ")");
            }
        }
        if (last == 0 && arguments.get(0) instanceof Words words && isBroken(words, further, after)) {
            String begin = call.name() + "(";
            return Optional.of(begin + concatenated(words, further, start + begin.length(), after + 1) + ")");
        }
        return aroundBlock(call, further, start, after);
    }

    /** Around text in lines of its own, everything else on the line of the quotes. */
    private Optional<String> aroundBlock(Call call, int further, int start, int after) {
        List<Code> arguments = call.arguments();
        return IntStream.range(0, arguments.size())
                .filter(i -> arguments.get(i) instanceof Words words && isBlock(words, further, after))
                .boxed()
                .findFirst()
                .flatMap(i -> flat(arguments.subList(0, i))
                        .flatMap(before -> flat(arguments.subList(i + 1, arguments.size()))
                                .map(behind -> call.name() + "(" + before.text() + (i > 0 ? ", " : "")
                                        + block((Words) arguments.get(i), further)
                                        + (behind.text().isEmpty() ? "" : ", " + behind.text()) + ")")))
                .filter(text -> start + text.indexOf('\n') <= width);
    }

    /** Whether its first line fits. */
    private boolean fits(Lambda lambda, int start) {
        int begin = start + lambda.parameter().length() + ARROW.length();
        if (lambda.expression().isEmpty()) {
            return begin + 1 <= width;
        }
        Chain chain = lambda.expression().get();
        Call first = chain.calls().get(0);
        String call = flat(first).map(Line::text).orElse(first.name() + "(" + TextBlock.QUOTES);
        return begin + chain.receiver().length() + 1 + call.length() <= width;
    }

    private String lambda(Lambda lambda, int indent, int start, int after) {
        String begin = lambda.parameter() + ARROW;
        return lambda.expression()
                .map(chain -> begin.stripTrailing() + body(chain, indent, start + begin.length(), after))
                .orElseGet(() -> begin + "{\n" + String.join("\n", lines(lambda.body(), indent + BLOCK))
                        + newLine(indent) + "}");
    }

    /** Behind the arrow; below it where it then is one line. */
    private String body(Chain chain, int indent, int start, int after) {
        Optional<Line> flat = flat(chain);
        boolean below = flat.filter(line -> !fits(line, start, after) && fits(line, indent + CONTINUATION, after))
                .isPresent();
        return below ? newLine(indent + CONTINUATION) + flat.get().text() : " " + chain(chain, indent, start, after);
    }

    /** All in one line, or each in one of its own. */
    private String arguments(List<Code> arguments, int indent, int after) {
        Optional<Line> flat = flat(arguments).filter(line -> fits(line, indent, 1 + after));
        if (flat.isPresent()) {
            return flat.get().text();
        }
        int last = arguments.size() - 1;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            texts.add(argument(arguments.get(i), indent, 1 + (i == last ? after : 0)));
        }
        return String.join("," + newLine(indent), texts);
    }

    private String argument(Code argument, int indent, int after) {
        Optional<Line> flat = flat(argument);
        if (flat.filter(line -> fits(line, indent, after)).isPresent()) {
            return flat.get().text();
        }
        if (argument instanceof Words words) {
            return isBlock(words, indent, after)
                    ? block(words, indent)
                    : concatenated(words, indent + CONTINUATION, indent, after);
        }
        if (argument instanceof Nested nested) {
            return chain(nested.chain(), indent, indent, after);
        }
        if (argument instanceof Lambda lambda) {
            return lambda(lambda, indent, indent, after);
        }
        return flat.orElseThrow().text();
    }

    /** Text that goes on in lines that begin with a plus. */
    private String concatenated(Words words, int indent, int start, int after) {
        int room = width - Math.max(start, indent + PLUS.length()) - after;
        return String.join(newLine(indent) + PLUS, java.literals(words.text(), room));
    }

    /** Whether a text stands in lines of its own: SQL that has some, or is too long for one. */
    private boolean isBlock(Words words, int indent, int after) {
        return isInLines(words)
                || (words.sql() && TextBlock.isPossible(words.text(), java) && isTooLong(words, indent, after));
    }

    /** Whether a text that cannot stand so is too long for a line. */
    private boolean isBroken(Words words, int indent, int after) {
        return !isBlock(words, indent, after) && isTooLong(words, indent, after);
    }

    private boolean isTooLong(Words words, int indent, int after) {
        return indent + java.literal(words.text()).length() + 1 + after > width;
    }

    private boolean isInLines(Words words) {
        return words.sql() && words.text().contains("\n") && TextBlock.isPossible(words.text(), java);
    }

    private String block(Words words, int indent) {
        return TextBlock.QUOTES + "\n"
                + String.join("\n", TextBlock.lines(words.text(), indent, width - END_OF_TEXT, java));
    }

    private Optional<Line> flat(Chain chain) {
        Line line = new Line(chain.receiver());
        int lastCall = 0;
        for (Call call : chain.calls()) {
            Optional<Line> flat = flat(call);
            if (flat.isEmpty()) {
                return flat;
            }
            lastCall = line.text().length();
            line = line.then(".").then(flat.get());
        }
        return Optional.of(chain.calls().size() > 1 ? new Line(line.text(), Math.max(line.dot(), lastCall)) : line);
    }

    private Optional<Line> flat(Call call) {
        return flat(call.arguments())
                .map(arguments -> new Line(call.name() + "(").then(arguments).then(")"));
    }

    private Optional<Line> flat(List<Code> arguments) {
        Line line = new Line("");
        for (int i = 0; i < arguments.size(); i++) {
            Optional<Line> flat = flat(arguments.get(i));
            if (flat.isEmpty()) {
                return flat;
            }
            line = line.then(i > 0 ? ", " : "").then(flat.get());
        }
        return Optional.of(line);
    }

    private Optional<Line> flat(Code argument) {
        if (argument instanceof Plain plain) {
            return Optional.of(new Line(plain.text()));
        }
        if (argument instanceof Words words) {
            return isInLines(words) ? Optional.empty() : Optional.of(new Line(java.literal(words.text())));
        }
        if (argument instanceof Nested nested) {
            return flat(nested.chain());
        }
        Lambda lambda = (Lambda) argument;
        return lambda.expression().flatMap(this::flat).map(body -> new Line(lambda.parameter() + ARROW).then(body));
    }

    private static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
