package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NameLimitTest {

    @Test
    void aNameThatFitsIsLeftAlone() {
        assertThat(NameLimit.characters(10).fit("ix_tickets")).isEqualTo("ix_tickets");
        assertThat(NameLimit.characters(12).fit("ix_größe_äöü")).isEqualTo("ix_größe_äöü");
    }

    @Test
    void theBeginningOfALongNameIsKeptWithAHashOfTheWhole() {
        NameLimit limit = NameLimit.characters(20);

        assertThat(limit.fit("uq_memberships_team_id_user_id"))
                .matches("uq_membersh_[0-9a-f]{8}")
                .isNotEqualTo(limit.fit("uq_memberships_team_id_user_ix"));
    }

    @Test
    void bytesAreCountedWhereTheServerCountsThem() {
        String name = "uq_" + "größe".repeat(11); // 58 characters, 80 bytes

        String fitting = NameLimit.bytes(63).fit(name);

        assertThat(NameLimit.characters(63).fit(name)).isEqualTo(name);
        assertThat(fitting.getBytes(StandardCharsets.UTF_8).length).isBetween(60, 63);
        assertThat(fitting).startsWith("uq_größegröße").matches(".*_[0-9a-f]{8}");
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int length = 10; length < 20; length++) {
            for (NameLimit limit : new NameLimit[] {NameLimit.bytes(length), NameLimit.characters(length)}) {
                String fitting = limit.fit("😀".repeat(12));

                assertThat(fitting).matches("(😀)*_[0-9a-f]{8}");
            }
        }
    }
}
