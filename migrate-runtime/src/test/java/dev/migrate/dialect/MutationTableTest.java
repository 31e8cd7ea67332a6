package dev.migrate.dialect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the README's table of changes to what {@link MutationCatalogueTest} tries. {@code -Dgolden.update=true} rewrites it. */
class MutationTableTest {

    private static final Path README = Path.of("../README.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- changes -->\n).*?(?=<!-- end of changes -->)", Pattern.DOTALL);

    private static final Map<String, String> DATABASES = new LinkedHashMap<>();

    static {
        DATABASES.put("h2", "H2");
        DATABASES.put("mariadb", "MariaDB");
        DATABASES.put("mysql", "MySQL");
        DATABASES.put("postgresql", "PostgreSQL");
        DATABASES.put("sqlite", "SQLite");
    }

    private final List<Mutation> mutations =
            Mutation.all().stream().skip(1).toList(); // the first is what they start from

    @Test
    void theTableOfTheReadmeIsWhatIsTried() throws IOException {
        Matcher place = TABLE.matcher(Files.readString(README));
        assertThat(place.find()).isTrue();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, place.replaceFirst(Matcher.quoteReplacement(text())));
        }

        assertThat(TABLE.matcher(Files.readString(README))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group())
                .isEqualTo(text());
    }

    private String text() {
        Map<String, List<Mutation>> kinds =
                mutations.stream().collect(groupingBy(Mutation::number, LinkedHashMap::new, toList()));
        Stream<String> sums = Stream.of(
                row("", name -> DATABASES.getOrDefault(name, name)),
                "|---|" + "---|".repeat(DATABASES.size()),
                row("changes tried", name -> String.valueOf(of(name).count())),
                row(
                        "kinds of them",
                        name -> String.valueOf(
                                of(name).map(Mutation::number).distinct().count())),
                row(
                        "changes that are rightly no difference",
                        name -> String.valueOf(
                                of(name).filter(each -> each.differences(name).isEmpty())
                                        .count())));
        Stream<String> notEverywhere = kinds.values().stream()
                .filter(kind -> !DATABASES.keySet().stream().allMatch(name -> isOf(kind, name)))
                .map(kind -> row(kind.get(0).title(), name -> isOf(kind, name) ? "✓" : "–"));
        return Stream.concat(sums, notEverywhere).map(line -> line + "\n").collect(joining());
    }

    private Stream<Mutation> of(String database) {
        return mutations.stream().filter(each -> each.isOf(database));
    }

    private static boolean isOf(List<Mutation> kind, String database) {
        return kind.stream().anyMatch(each -> each.isOf(database));
    }

    private static String row(String first, Function<String, String> cell) {
        return "| " + first + " | " + DATABASES.keySet().stream().map(cell).collect(joining(" | ")) + " |";
    }
}
