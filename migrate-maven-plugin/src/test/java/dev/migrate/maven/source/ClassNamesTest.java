package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNamesTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 4, 10, 17, 5, 9);
    private static final String STANDARD = "R{yyyyMMdd}_{Slug}";

    @ParameterizedTest
    @CsvSource({
        "add user avatar, R20260410_AddUserAvatar",
        "add URL to users, R20260410_AddURLToUsers",
        "größer & schöner: Ünïcode!, R20260410_GroErSchonerUnicode",
        "'quotes \" and */ and \\u000a', R20260410_QuotesAndAndU000a",
        "2 steps, R20260410_2Steps",
        "'🎉🎉', R20260410_8f3c2a91d07e",
        "'  ', R20260410_8f3c2a91d07e",
        "添加用户, R20260410_8f3c2a91d07e",
        "add the columns that the new address form of the shop needs, R20260410_AddTheColumnsThatTheNewAddress",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, R20260410_Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    })
    void aMessageBecomesWordsOfTheName(String message, String name) {
        assertThat(ClassNames.name(STANDARD, NOW, message, "8f3c2a91d07e")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "V{yyyyMMddHHmmss}__{slug}, V20260410170509__add_user",
        "R_{id}_{Slug}, R_a_1_AddUser",
        "{Slug}, AddUser",
        "R{yy}{MM}{dd}_{HH}{mm}, R260410_1705",
    })
    void aPatternMayBeOnesOwn(String pattern, String name) {
        assertThat(ClassNames.name(pattern, NOW, "add user", "a.1")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{yyyyMMdd}_{Slug}", "a b", "", "{slug}x-y", "class"})
    void aNameThatIsNoNameIsRefused(String pattern) {
        assertThatThrownBy(() -> ClassNames.name(pattern, NOW, "add user", "a1"))
                .hasMessageStartingWith("[bad-parameter] migrate.fileTemplate \"" + pattern + "\" gives \"")
                .hasMessageEndingWith("which cannot be the name of a class");
    }

    @Test
    void aTokenThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> ClassNames.name("R{rev}", NOW, "add user", "a1"))
                .hasMessage(
                        "[bad-parameter] migrate.fileTemplate \"R{rev}\" holds {rev}, which is none of {Slug}, {slug}, "
                                + "{id} and dates such as {yyyyMMdd_HHmmss}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "var", "yield", "sealed", "permits"})
    void aKeywordIsNotTaken(String message) {
        assertThatThrownBy(() -> ClassNames.name("{slug}", NOW, message, "a1"))
                .hasMessageContaining("cannot be the name of a class");
    }
}
