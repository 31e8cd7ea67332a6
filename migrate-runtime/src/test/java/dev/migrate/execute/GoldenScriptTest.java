package dev.migrate.execute;

import dev.migrate.dialect.Dialects;
import dev.migrate.testing.Golden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as a DBA reads them; {@code -Dgolden.update=true} rewrites the files. */
class GoldenScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"mysql:8.4", "mysql:5.7", "mariadb:11.4", "postgresql:18", "h2:2.4.240", "sqlite:3.45"})
    void aScriptReads(String dialect) {
        OfflineMigrator migrator = new OfflineMigrator(
                Dialects.offline(dialect),
                MigratorConfig.builder().tool("migrate 1.0").build(),
                GapPolicy.MARK,
                ScriptedHistory.HISTORY::indexed);

        String scripts = migrator.upgrade("base:c3").text() + "\n\n"
                + migrator.downgrade("b2:a1").text() + "\n\n"
                + migrator.stamp(List.of("a1:b2"), false).text();

        Golden.of(GoldenScriptTest.class, "script-" + dialect.replace(':', '-') + ".sql")
                .matches(scripts);
    }
}
