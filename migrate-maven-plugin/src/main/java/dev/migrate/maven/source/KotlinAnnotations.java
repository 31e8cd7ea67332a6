package dev.migrate.maven.source;

import dev.migrate.maven.source.KotlinTokens.Kind;
import dev.migrate.maven.source.KotlinTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the annotations of one name in a Kotlin source, and the classes they stand at. It reads literals only: what is
 * made of constants or templates is for the compiler.
 */
final class KotlinAnnotations {

    /**
     * One annotation.
     *
     * @param packageName the package of the file
     * @param className the qualified name of the class, nested classes after a dot
     * @param line the line of the annotation
     * @param values its values, each as a list
     * @param unreadable the first argument that is not made of literals
     */
    record Found(
            String packageName,
            String className,
            int line,
            Map<String, List<String>> values,
            Optional<Unreadable> unreadable) {}

    /**
     * An argument that only the compiler could evaluate.
     *
     * @param text as it is written, more or less
     * @param line its line
     */
    record Unreadable(String text, int line) {}

    private static final Set<String> TYPES = Set.of("class", "interface", "object");
    private static final Set<String> MEMBERS = Set.of("fun", "val", "var", "typealias");
    private static final int MOST_TOKENS = 32; // an argument that is not closed goes on to the end of the file
    private static final Token END = new Token(Kind.SYMBOL, "", 0);

    private final List<Token> tokens;
    private final String qualifiedName;
    private final Map<String, String> imports = new HashMap<>();
    private final Deque<String> enclosing = new ArrayDeque<>();
    private final List<Found> found = new ArrayList<>();
    private String packageName = "";
    private String header = "";
    private int headerParentheses;
    private int parentheses;
    private Optional<Found> pending = Optional.empty();
    private int at;

    private KotlinAnnotations(String source, String qualifiedName) {
        tokens = KotlinTokens.of(source);
        this.qualifiedName = qualifiedName;
    }

    static List<Found> in(String source, String qualifiedName) {
        KotlinAnnotations reader = new KotlinAnnotations(source, qualifiedName);
        while (reader.at < reader.tokens.size()) {
            reader.step();
        }
        reader.dropPending();
        return reader.found;
    }

    private void step() {
        Token token = take();
        if (token.is("package")) {
            packageName = name();
        } else if (token.is("import")) {
            readImport();
        } else if (token.is("@")) {
            readAnnotation(token.line());
        } else if (token.kind() == Kind.NAME
                && TYPES.contains(token.text())
                && !before(2).is(":")) {
            readType();
        } else if (token.kind() == Kind.NAME && MEMBERS.contains(token.text()) && parentheses == headerParentheses) {
            header = "";
        } else if (token.is("(")) {
            parentheses++;
        } else if (token.is(")")) {
            parentheses--;
        } else if (token.is("{")) {
            boolean isBody = parentheses == headerParentheses;
            enclosing.addLast(isBody ? header : "");
            header = isBody ? "" : header;
        } else if (token.is("}")) {
            enclosing.pollLast();
        }
    }

    private void readImport() {
        String imported = name();
        String simple = imported.substring(imported.lastIndexOf('.') + 1);
        if (peek().is("as")) {
            take();
            simple = take().text();
        }
        imports.put(simple, imported);
    }

    private void readType() {
        headerParentheses = parentheses;
        if (peek().kind() != Kind.NAME) {
            header = before(2).is("companion") ? "Companion" : ""; // an object without a name of its own
            return;
        }
        String name = take().text();
        header = name;
        String outer = enclosing.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("."));
        String className = ParsedSource.qualified(packageName, ParsedSource.qualified(outer, name));
        pending.ifPresent(annotation -> found.add(
                new Found(packageName, className, annotation.line(), annotation.values(), annotation.unreadable())));
        pending = Optional.empty();
    }

    private void readAnnotation(int line) {
        String name = name();
        String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        boolean ours = name.equals(qualifiedName)
                || (imports.containsKey(name) ? imports.get(name).equals(qualifiedName) : name.equals(simple));
        if (ours && peek().is("(")) {
            take();
            dropPending();
            pending = Optional.of(arguments(line));
        }
    }

    /** An annotation that no class follows stands in code that does not compile: what it meant is not known. */
    private void dropPending() {
        pending.ifPresent(annotation -> found.add(new Found(
                packageName,
                "",
                annotation.line(),
                annotation.values(),
                Optional.of(annotation
                        .unreadable()
                        .orElse(new Unreadable(String.valueOf(annotation.values()), annotation.line()))))));
        pending = Optional.empty();
    }

    private Found arguments(int line) {
        Map<String, List<String>> values = new TreeMap<>();
        Optional<Unreadable> unreadable = Optional.empty();
        while (at < tokens.size() && !peek().is(")")) {
            int from = at;
            Token first = take();
            Optional<List<String>> value = Optional.empty();
            if (first.kind() == Kind.NAME && peek().is("=")) {
                take();
                value = value();
            }
            if (value.isPresent() && (peek().is(",") || peek().is(")"))) {
                values.put(first.text(), value.get());
            } else {
                at = from;
                skipArgument();
                Unreadable argument = new Unreadable(text(from, Math.min(at, from + MOST_TOKENS)), first.line());
                unreadable = unreadable.or(() -> Optional.of(argument));
            }
            if (peek().is(",")) {
                take();
            }
        }
        take();
        return new Found("", "", line, values, unreadable);
    }

    private void skipArgument() {
        int open = 0;
        while (at < tokens.size() && !(open == 0 && (peek().is(",") || peek().is(")")))) {
            Token token = take();
            open += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            open -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
        }
    }

    private Optional<List<String>> value() {
        if (peek().is("[")) {
            take();
            return items("]");
        }
        if (peek().is("arrayOf")) {
            take();
            return take().is("(") ? items(")") : Optional.empty();
        }
        return sum().map(List::of);
    }

    private Optional<List<String>> items(String end) {
        List<String> items = new ArrayList<>();
        while (!peek().is(end)) {
            Optional<String> item = sum();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
            if (peek().is(",")) {
                take();
            } else if (!peek().is(end)) {
                return Optional.empty();
            }
        }
        take();
        return Optional.of(items);
    }

    private Optional<String> sum() {
        StringBuilder text = new StringBuilder();
        while (peek().kind() == Kind.TEXT) {
            text.append(take().text());
            if (!peek().is("+")) {
                return Optional.of(text.toString());
            }
            take();
        }
        return Optional.empty();
    }

    /** {@code a.b.c}, as far as it goes; a star and what a use-site target is are left out. */
    private String name() {
        StringBuilder name = new StringBuilder(peek().kind() == Kind.NAME ? take().text() : "");
        while (peek().is(".") && at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.NAME) {
            take();
            name.append('.').append(take().text());
        }
        return name.toString();
    }

    private String text(int from, int to) {
        return tokens.subList(from, to).stream()
                .map(token -> token.kind() == Kind.TEXT ? '"' + token.text() + '"' : token.text())
                .collect(Collectors.joining(" "));
    }

    private Token peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private Token before(int steps) {
        return at >= steps ? tokens.get(at - steps) : END;
    }

    private Token take() {
        Token token = peek();
        at++;
        return token;
    }
}
