package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.config.Servers;
import dev.migrate.config.SettingSource;
import dev.migrate.config.Settings;
import dev.migrate.diff.DefaultComparator;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.TypeComparator;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPolicyTest {

    private static final ObjectName STATE = ObjectName.of(ObjectName.Kind.COLUMN, TableName.parse("users"), "state");
    private static final Column TEXT = Column.of("state", new ColumnType.VarChar(10));

    /** What a project with an odd column would bring. */
    public static final class StatesAreEqual implements TypeComparator, DefaultComparator {

        @Override
        public boolean same(ObjectName column, Column actual, Column desired) {
            return column.equals(STATE);
        }
    }

    @Test
    void aProjectMayBringItsOwnComparisons(@TempDir Path classes) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(TypeComparator.class.getName()), StatesAreEqual.class.getName());
        Files.writeString(services.resolve(DefaultComparator.class.getName()), StatesAreEqual.class.getName());
        try (URLClassLoader project =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ComparisonPolicyTest.class.getClassLoader())) {
            DiffPolicy policy = new ComparisonPolicy(settings(Map.of()), project).policy();

            assertThat(policy.types().same(STATE, TEXT, TEXT)).isTrue();
            assertThat(policy.defaults().same(STATE, TEXT, TEXT)).isTrue();
            assertThat(policy.types().same(ObjectName.table(TableName.parse("users")), TEXT, TEXT))
                    .isFalse();
        }
    }

    @Test
    void whatIsNotComparedIsTheSame() {
        DiffPolicy policy = policy(Map.of("migrate.compareType", "false", "migrate.compareServerDefault", "false"))
                .policy();

        assertThat(policy.types().same(STATE, TEXT, TEXT)).isTrue();
        assertThat(policy.defaults().same(STATE, TEXT, TEXT)).isTrue();
    }

    @Test
    void aTableToIncludeThatNobodyHasIsTold() {
        ComparisonPolicy policy =
                policy(Map.of("migrate.includeTables", "user*, ordres", "migrate.excludeTables", "users_old"));
        WarningLog log = new WarningLog();

        assertThat(List.of("users", "users_old", "orders").stream()
                        .filter(table -> policy.policy().includes().test(ObjectName.table(TableName.parse(table)))))
                .containsExactly("users");
        policy.warn(log);
        assertThat(log.warning)
                .isEqualTo("migrate.includeTables names what neither the model nor the database has: ordres");
    }

    private static ComparisonPolicy policy(Map<String, String> given) {
        return new ComparisonPolicy(settings(given), ComparisonPolicyTest.class.getClassLoader());
    }

    private static Settings settings(Map<String, String> given) {
        return Settings.of(List.of(SettingSource.userProperties(given)), Servers.NONE);
    }

    private static final class WarningLog extends SystemStreamLog {

        private String warning = "";

        @Override
        public void warn(CharSequence content) {
            warning = content.toString();
        }
    }
}
