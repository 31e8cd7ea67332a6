package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every form of a revision's name means the same in every goal that reads sources. */
@MojoTest
class IdentifierFormsTest extends GoalCase {

    private static final String URL = "jdbc:h2:mem:forms;DB_CLOSE_DELAY=-1";

    /** What each name stands for in this history: aaaa1, then bbbb2 (label billing) and dddd4, beside them cccc3. */
    private static final Map<String, List<String>> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry("bbbb2", List.of("bbbb2")),
            Map.entry("bb", List.of("bbbb2")),
            Map.entry("billing", List.of("bbbb2")),
            Map.entry("billing@head", List.of("dddd4")),
            Map.entry("bbbb2@head", List.of("dddd4")),
            Map.entry("billing@heads", List.of("dddd4")),
            Map.entry("billing@dddd4", List.of("dddd4")),
            Map.entry("heads", List.of("cccc3", "dddd4")),
            Map.entry("-1", List.of("aaaa1", "bbbb2")),
            Map.entry("billing@-1", List.of("bbbb2")),
            Map.entry("dddd4-1", List.of("bbbb2")),
            Map.entry("billing@dddd4-2", List.of("aaaa1")),
            Map.entry("billing@head-1", List.of("bbbb2")),
            Map.entry("bbbb2+1", List.of("dddd4")),
            Map.entry("billing@aaaa1+2", List.of("dddd4")),
            Map.entry("+1", List.of("aaaa1")),
            Map.entry("base+1", List.of("aaaa1")),
            Map.entry("billing@+2", List.of("bbbb2"))));

    private static final Map<String, List<String>> RANGES = new TreeMap<>(Map.ofEntries(
            Map.entry(":", List.of("dddd4", "cccc3", "bbbb2", "aaaa1")),
            Map.entry("bbbb2:", List.of("dddd4", "bbbb2")),
            Map.entry("bb:dddd4", List.of("dddd4", "bbbb2")),
            Map.entry(":billing", List.of("bbbb2", "aaaa1")),
            Map.entry("base:billing@head", List.of("dddd4", "bbbb2", "aaaa1")),
            Map.entry("billing@-1:dddd4", List.of("dddd4", "bbbb2")),
            Map.entry("dddd4-1:", List.of("dddd4", "bbbb2")),
            Map.entry("aaaa1:dddd4-1", List.of("bbbb2", "aaaa1")),
            Map.entry(":+1", List.of("aaaa1")),
            Map.entry("bbbb2:+1", List.of("dddd4", "bbbb2")),
            Map.entry(":current", List.of("bbbb2", "aaaa1")),
            Map.entry("current-1:current", List.of("bbbb2", "aaaa1"))));

    /** What each name that does not stand for anything fails with. */
    private static final Map<String, String> FAILURES = new TreeMap<>(Map.of(
            "head", "[several-heads]",
            "nosuch", "[unknown-revision]",
            "nosuch@bbbb2", "[unknown-branch]",
            "cccc3@dddd4", "[not-on-branch]",
            "aaaa1+1", "[ambiguous-walk]",
            "dddd4-9", "[relative-out-of-range]",
            "dddd4-3", "[relative-out-of-range]",
            "dddd4+1", "[relative-out-of-range]"));

    @BeforeEach
    void history() throws Exception {
        revision("aaaa1", "")
                .revision("bbbb2", "aaaa1", "branchLabels = \"billing\"")
                .revision("cccc3", "aaaa1")
                .revision("dddd4", "bbbb2");
        fixture().user("migrate.url", URL);
        try (Connection connection = DriverManager.getConnection(URL)) {
            connection.createStatement().execute("DROP ALL OBJECTS");
            connection
                    .createStatement()
                    .execute("CREATE TABLE migrate_version (version_num VARCHAR(64) NOT NULL PRIMARY KEY)");
            connection.createStatement().execute("INSERT INTO migrate_version VALUES ('bbbb2')");
        }
    }

    @Test
    @InjectMojo(goal = "show")
    void show(ShowMojo mojo) throws Exception {
        for (var form : FORMS.entrySet()) {
            assertThat(found(mojo, "to", form.getKey(), "info Rev: (\\w+).*"))
                    .as(form.getKey())
                    .containsExactlyInAnyOrderElementsOf(form.getValue());
        }
        assertThat(found(mojo, "to", "current", "info Rev: (.*)")).containsExactly("bbbb2 (current)");
        assertThat(found(mojo, "to", "current+1", "info Rev: (\\w+).*")).containsExactly("dddd4");
        assertThat(found(mojo, "to", "base", "info Rev: (.*)")).isEmpty();
        assertThat(found(mojo, "to", "dddd4,aaaa1,dd", "info Rev: (\\w+).*")).containsExactly("dddd4", "aaaa1");
        failures(mojo, "to");
    }

    @Test
    @InjectMojo(goal = "edit")
    void edit(EditMojo mojo) throws Exception {
        for (var form : FORMS.entrySet()) {
            assertThat(found(mojo, "to", form.getKey(), "info .*R_(\\w+)\\.java"))
                    .as(form.getKey())
                    .containsExactlyInAnyOrderElementsOf(form.getValue());
        }
        assertThat(found(mojo, "to", "current", "info (.*\\.java)"))
                .containsExactly(file("app/R_bbbb2.java").toString());
        failures(mojo, "to");
    }

    @Test
    @InjectMojo(goal = "history")
    void history(HistoryMojo mojo) throws Exception {
        for (var range : RANGES.entrySet()) {
            assertThat(found(mojo, "migrate.range", range.getKey(), "info .* -> (\\w+).*"))
                    .as(range.getKey())
                    .isEqualTo(range.getValue());
        }
        assertThat(found(mojo, "migrate.range", "current:", "info .* -> (.*)"))
                .containsExactly("dddd4 (billing) (head)", "bbbb2 (billing) (current)");
    }

    @Test
    @InjectMojo(goal = "revision")
    void parentsAndDependenciesOfARevision(RevisionMojo mojo) throws Exception {
        fixture().user("message", "x").user("migrate.splice", "true").user("migrate.fileTemplate", "New");
        Path file = directory.resolve(file("app/New.java"));
        for (var form : FORMS.entrySet()) {
            fixture().user("migrate.dependsOn", "").user("migrate.head", form.getKey());
            assertThat(written(mojo, file, "downRevision"))
                    .as(form.getKey())
                    .containsExactlyInAnyOrderElementsOf(form.getValue());
            if (form.getValue().size() == 1) {
                fixture().user("migrate.head", "cccc3").user("migrate.dependsOn", form.getKey());
                assertThat(written(mojo, file, "dependsOn"))
                        .as(form.getKey())
                        .isEqualTo(form.getKey().equals("billing") ? List.of("billing") : form.getValue());
            }
        }
        fixture().user("migrate.dependsOn", "");
        failures(mojo, "migrate.head");
        fixture().user("migrate.head", "cccc3");
        failures(mojo, "migrate.dependsOn");
        assertThat(file).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "merge")
    void parentsOfAMerge(MergeMojo mojo) throws Exception {
        fixture().user("migrate.splice", "true").user("migrate.fileTemplate", "New");
        Path file = directory.resolve(file("app/New.java"));
        for (var form : FORMS.entrySet()) {
            if (form.getValue().equals(List.of("bbbb2")) || form.getValue().equals(List.of("dddd4"))) {
                fixture().user("migrate.revisions", form.getKey() + ",cccc3");
                assertThat(written(mojo, file, "downRevision"))
                        .as(form.getKey())
                        .containsExactly(form.getValue().get(0), "cccc3");
            }
        }
        failures(mojo, "migrate.revisions");
    }

    private List<String> found(Mojo mojo, String property, String value, String pattern) throws Exception {
        lines().clear();
        fixture().user(property, value);
        mojo.execute();
        Pattern wanted = Pattern.compile(pattern);
        return lines().stream()
                .map(wanted::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    private List<String> written(Mojo mojo, Path file, String value) throws Exception {
        mojo.execute();
        Matcher matcher = Pattern.compile(value + " = (\"\\w+\"|\\{[^}]*})").matcher(Files.readString(file));
        Files.delete(file);
        Reactor.of(fixture().session).forgetSources(fixture().project);
        assertThat(matcher.find()).isTrue();
        return Pattern.compile("\\w+")
                .matcher(matcher.group(1))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private void failures(Mojo mojo, String property) {
        FAILURES.forEach((name, code) -> {
            fixture().user(property, name);
            assertThatThrownBy(mojo::execute).as(name).hasMessageStartingWith(code);
        });
    }
}
