package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.HistoryAnchor;
import dev.migrate.problem.MigrateException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigratorConfigTest {

    /** As the annotation processor writes it. */
    public static final class BillingHistory implements HistoryAnchor {
        public static final String NAME = "billing";

        private BillingHistory() {}
    }

    /** Written by hand, and not well. */
    public static final class Nothing implements HistoryAnchor {
        private Nothing() {}
    }

    @Test
    void eachHistoryHasAVersionTableOfItsOwn() {
        assertThat(MigratorConfig.defaults().versionTable()).isEqualTo("migrate_version");
        assertThat(MigratorConfig.builder().history("orderBook").build().versionTable())
                .isEqualTo("migrate_version_orderbook");
    }

    @Test
    void aVersionTableThatIsNamedIsThatOneInWhateverOrder() {
        assertThat(MigratorConfig.builder()
                        .versionTable("applied")
                        .history("billing")
                        .build()
                        .versionTable())
                .isEqualTo("applied");
    }

    @Test
    void theTableOfALongNameFitsEveryDatabaseAndIsNoOthers() {
        String first = MigratorConfig.defaultVersionTable("a".repeat(64));
        String second = MigratorConfig.defaultVersionTable("a".repeat(63) + "b");

        assertThat(first)
                .hasSize(63)
                .startsWith("migrate_version_aaaa")
                .matches(".*_[0-9a-f]{8}")
                .isNotEqualTo(second);
        assertThat(MigratorConfig.defaultVersionTable("a".repeat(47)))
                .isEqualTo("migrate_version_" + "a".repeat(47))
                .hasSize(63);
    }

    @Test
    void theTableDoesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(MigratorConfig.defaultVersionTable("INVOICES")).isEqualTo("migrate_version_invoices");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anAnchorNamesItsHistoryAndItsPlace() {
        MigratorConfig config =
                MigratorConfig.builder().history(BillingHistory.class).build();

        assertThat(config.history()).isEqualTo("billing");
        assertThat(config.versionTable()).isEqualTo("migrate_version_billing");
        assertThat(config.scope().anchor()).isEqualTo(Optional.of(BillingHistory.class));
    }

    @Test
    void aNameGivenLaterMeansThatHistoryWhereverItIs() {
        MigratorConfig config = MigratorConfig.builder()
                .history(BillingHistory.class)
                .history("shop")
                .build();

        assertThat(config.history()).isEqualTo("shop");
        assertThat(config.scope().anchor()).isEmpty();
    }

    @Test
    void aClassThatNobodyGeneratedIsNoAnchor() {
        assertThatThrownBy(() -> MigratorConfig.builder().history(Nothing.class))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(
                        "[stale-index] dev.migrate.execute.MigratorConfigTest$Nothing stands for a history");
    }
}
