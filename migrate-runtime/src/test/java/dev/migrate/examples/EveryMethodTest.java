package dev.migrate.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.testing.AuthorsApi;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EveryMethodTest {

    /** A method with its Javadoc. */
    private static final Pattern METHOD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+[\\w<> ]+ (\\w+\\([^;]*\\));", Pattern.DOTALL);

    private static final Pattern SQL =
            Pattern.compile("\\{@code (?:CREATE|DROP|ALTER|COMMENT|INSERT|UPDATE|DELETE|SELECT|RENAME|VACUUM) ");

    /** Blocks and values, which are no statements, and SQL and code of the author's own. */
    private static final Set<String> WITHOUT_SQL =
            Set.of("execute", "script", "run", "onlyOn", "decide", "atomically", "inverseOf", "x");

    /** The Kotlin examples are held by the scenario {@code it/kotlin}. */
    @Test
    void thereIsAnExampleOfEveryMethodInJava() throws URISyntaxException {
        Path examples = Path.of(
                        EveryMethodTest.class.getResource("FirstMonth.class").toURI())
                .getParent();

        assertThat(AuthorsApi.notCalledIn(examples)).isEmpty();
    }

    @Test
    void theJavadocOfEveryOperationShowsItsSql() throws IOException {
        Set<String> without = new TreeSet<>();
        List<String> seen = new ArrayList<>();
        for (String name : List.of("Operations", "ObjectOperations")) {
            Matcher method = METHOD.matcher(Files.readString(Path.of("src/main/java/dev/migrate", name + ".java")));
            while (method.find()) {
                String text = method.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ");
                String said = text.contains(" @param") ? text.substring(0, text.indexOf(" @param")) : text;
                String declared = method.group(2).replaceAll("\\s+", " ");
                seen.add(declared);
                if (!SQL.matcher(said).find() && !WITHOUT_SQL.contains(declared.substring(0, declared.indexOf('(')))) {
                    without.add(declared);
                }
            }
        }

        assertThat(seen).hasSameSizeAs(Operations.class.getMethods());
        assertThat(without).isEmpty();
    }
}
