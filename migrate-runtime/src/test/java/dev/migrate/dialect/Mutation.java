package dev.migrate.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of {@code mutations.txt}: what may have changed in a model since the database was made.
 *
 * @param title its number in the catalogue, and what it is
 * @param lines what is said about it, line by line
 */
record Mutation(String title, List<Line> lines) {

    /**
     * A line about some databases.
     *
     * @param databases their names; {@code all} for any
     * @param kind what the rest is: {@code :} for SQL, {@code ~} for a change of text, {@code =} for a difference, or the
     *     name of a parameter
     * @param text the rest
     */
    record Line(Set<String> databases, String kind, String text) {

        boolean isFor(String database) {
            return databases.contains("all") || databases.contains(database);
        }
    }

    static final Set<String> PARAMETERS = Set.of("renames", "fill", "before");

    /** All entries; the first is the schema from which each starts. */
    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        for (String section : text().split("(?m)^## ", -1)) {
            String[] lines = section.split("\n", -1);
            all.add(new Mutation(
                    lines[0].strip(),
                    Stream.of(lines)
                            .skip(1)
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(Mutation::line)
                            .toList()));
        }
        return all.subList(1, all.size()); // the first part says how to read the rest
    }

    private static String text() {
        try (InputStream in = Mutation.class.getResourceAsStream("mutations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String line) {
        if (line.startsWith("= ")) {
            String rest = line.substring(2);
            int colon = rest.indexOf(':');
            return colon < 0
                    ? new Line(Set.of("all"), "=", rest.strip())
                    : new Line(
                            names(rest.substring(0, colon)),
                            "=",
                            rest.substring(colon + 1).strip());
        }
        if (line.startsWith("sqlite ~ ")) {
            return new Line(Set.of("sqlite"), "~", line.substring("sqlite ~ ".length()));
        }
        int colon = line.indexOf(':');
        String head = line.substring(0, colon);
        String rest = line.substring(colon + 1).strip();
        return PARAMETERS.contains(head) ? new Line(Set.of("all"), head, rest) : new Line(names(head), ":", rest);
    }

    /** What is said of MariaDB holds for MySQL, unless an exclamation mark says otherwise. */
    private static Set<String> names(String list) {
        return Stream.of(list.strip().split(",\\s*"))
                .flatMap(name -> name.equals("mariadb") ? Stream.of(name, "mysql") : Stream.of(name.replace("!", "")))
                .collect(Collectors.toSet());
    }

    /** The number in the catalogue. */
    String number() {
        return title.substring(0, title.indexOf(' '));
    }

    boolean isOf(String database) {
        return changes(database).findAny().isPresent();
    }

    /** What is done to the twin. */
    Stream<Line> changes(String database) {
        return lines.stream()
                .filter(line -> line.isFor(database)
                        && (line.kind().equals(":") || line.kind().equals("~")));
    }

    /** What should be reported, in order. */
    List<String> differences(String database) {
        return lines.stream()
                .filter(line -> line.kind().equals("=") && line.isFor(database))
                .map(Line::text)
                .sorted()
                .toList();
    }

    boolean hasNoParameters() {
        return PARAMETERS.stream().allMatch(name -> parameter(name).isEmpty());
    }

    Optional<String> parameter(String name) {
        return lines.stream()
                .filter(line -> line.kind().equals(name))
                .map(Line::text)
                .findFirst();
    }
}
