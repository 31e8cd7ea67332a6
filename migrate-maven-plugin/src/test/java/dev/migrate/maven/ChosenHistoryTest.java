package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Servers;
import dev.migrate.config.SettingSource;
import dev.migrate.config.Settings;
import dev.migrate.problem.MigrateException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChosenHistoryTest {

    private static final Settings SETTINGS = Settings.of(
            List.of(SettingSource.userProperties(Map.of(
                    "migrate.schema", "all", "migrate.billing.schema", "bills", "migrate.unnamed.schema", "old"))),
            Servers.NONE);

    @Test
    void theOnlyHistoryOfAModuleIsMeant() {
        Settings narrowed = ChosenHistory.narrow(SETTINGS, histories("billing"), "upgrade");

        assertThat(narrowed.history()).contains("billing");
        assertThat(schema(narrowed)).isEqualTo("bills");
        assertThat(ChosenHistory.inIndex(narrowed)).isEqualTo("billing");
    }

    @Test
    void theOnlyHistoryMayHaveNoName() {
        assertThat(ChosenHistory.narrow(SETTINGS, histories(""), "upgrade")).isSameAs(SETTINGS);
        assertThat(ChosenHistory.inIndex(SETTINGS)).isEmpty();
    }

    @Test
    void theHistoryThatIsNamedIsMeantAmongSeveral() {
        Settings named = SETTINGS.forHistory("billing");

        assertThat(ChosenHistory.narrow(named, histories("", "billing"), "upgrade"))
                .isSameAs(named);
    }

    @Test
    void theUnnamedOneIsCalledUnnamed() {
        Settings named = SETTINGS.forHistory("unnamed");

        assertThat(ChosenHistory.inIndex(named)).isEmpty();
        assertThat(schema(named)).isEqualTo("old");
    }

    @Test
    void severalHistoriesAreAQuestionWithTheCommandsThatAnswerIt() {
        assertThatThrownBy(() -> ChosenHistory.narrow(SETTINGS, histories("", "billing"), "downgrade"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        [ambiguous-history] this module has 2 histories: unnamed, billing
                          where: migrate.history
                          next:  name one:
                                 mvn migrate:downgrade -Dmigrate.history=unnamed
                                 mvn migrate:downgrade -Dmigrate.history=billing""");
    }

    private static String schema(Settings settings) {
        return settings.get(Catalogue.SCHEMA);
    }

    private static SortedSet<String> histories(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
