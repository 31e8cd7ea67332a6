package dev.migrate.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * A message that is expected on a line, written as a comment at its end: {@code // [unknown-parent] words of it}. In front
 * of the code there may be {@code warning}; {@code below}, where the line has no room; and {@code javac} or
 * {@code eclipse}, where only that compiler says it there: Eclipse's compiler cannot point into an array. The code
 * {@code compiler} stands for all that the compiler itself says.
 */
record Mark(String file, long line, String kind, String code, String words) {

    static final Comparator<Mark> ORDER = Comparator.comparing(Mark::file)
            .thenComparing(Mark::line)
            .thenComparing(Mark::kind)
            .thenComparing(Mark::code);

    private static final String COMPILER = "compiler";
    private static final Pattern COMMENT =
            Pattern.compile("// ((?:(?:javac|eclipse|below|warning) )*)\\[([a-z-]+)]((?:(?! // ).)*)");
    private static final Pattern CODE = Pattern.compile("(?s)\\[([a-z-]+)] (.*)");

    static List<Mark> read(Path source, String compiler) {
        List<Mark> marks = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            while (comment.find()) {
                List<String> flags = List.of(comment.group(1).split(" "));
                if (flags.contains(compiler) || !flags.contains("javac") && !flags.contains("eclipse")) {
                    marks.add(new Mark(
                            source.toString(),
                            i + (flags.contains("below") ? 2 : 1),
                            flags.contains("warning") ? "WARNING" : "ERROR",
                            comment.group(2),
                            comment.group(3).strip()));
                }
            }
        }
        return marks;
    }

    /** The message of a compiler as a mark; all of its words. */
    static Mark of(Project.Message message) {
        Matcher code = CODE.matcher(message.text());
        return new Mark(
                message.file(),
                message.line(),
                message.kind() == Diagnostic.Kind.ERROR ? "ERROR" : "WARNING",
                code.matches() ? code.group(1) : COMPILER,
                code.matches() ? code.group(2) : message.text());
    }

    Mark withoutWords() {
        return new Mark(file, line, kind, code, "");
    }

    @Override
    public String toString() {
        return file.replaceAll(".*/src/", "") + ":" + line + " " + kind + " [" + code + "] " + words;
    }
}
