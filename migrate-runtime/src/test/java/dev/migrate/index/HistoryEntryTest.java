package dev.migrate.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEntryTest {

    private static final HistoryEntry FULL =
            new HistoryEntry("shop", "app.ShopHistory", List.of("lib.BillingHistory", "lib.AuditHistory"));

    @Test
    void theTextHasALineForEachThingThereIsToSay() {
        assertThat(FULL.text()).isEqualTo("""
                history shop
                anchor app.ShopHistory
                includes lib.BillingHistory
                includes lib.AuditHistory
                """);
    }

    @Test
    void whatWasWrittenIsReadInWhateverPieces() {
        String text = FULL.text();

        assertThat(HistoryEntry.parse(List.of(text))).contains(FULL);
        assertThat(HistoryEntry.parse(List.of(text.substring(0, 20), text.substring(20))))
                .contains(FULL);
        assertThat(HistoryEntry.parse(List.of())).isEmpty();
    }

    @Test
    void aLineOfANewerProcessorIsSkipped() {
        assertThat(HistoryEntry.parse(List.of(FULL.text() + "colour blue\n"))).contains(FULL);
    }

    @Test
    void aTextWithoutANameIsNoHistory() {
        assertThatThrownBy(() -> HistoryEntry.parse(List.of("anchor app.ShopHistory\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("history");
    }

    @Test
    void anIndexFromBeforeThereWereHistoriesNamesNone() {
        RevisionIndex old = List::of;

        assertThat(HistoryEntry.parse(old.history())).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "billing2", "orderManagement", "xx"})
    void aNameIsALetterWithLettersAndDigits(String name) {
        assertThat(HistoryEntry.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2b", "a-b", "a_b", "a.b", "a b", "\u00e4", "x", "X", "unnamed", "UNNAMED", "migration"})
    void anythingElseIsNone(String name) {
        assertThat(HistoryEntry.isName(name)).isFalse();
    }

    @Test
    void aNameHasAtMost64Letters() {
        assertThat(HistoryEntry.isName("a".repeat(64))).isTrue();
        assertThat(HistoryEntry.isName("a".repeat(65))).isFalse();
    }

    @Test
    void theAnchorIsNamedAfterTheHistory() {
        assertThat(HistoryEntry.anchorOf("billing")).isEqualTo("BillingHistory");
        assertThat(HistoryEntry.anchorOf("i18n")).isEqualTo("I18nHistory");
    }
}
