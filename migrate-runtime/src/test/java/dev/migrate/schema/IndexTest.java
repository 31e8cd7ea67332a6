package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexTest {

    private static final Index INDEX = new Index(
            "ix_users",
            List.of(Index.Part.column("email").withDescending(true), Index.Part.expression("lower(email)")),
            false,
            Optional.of("email IS NOT NULL"),
            List.of("phone"),
            Optional.of("gist"),
            true);

    private static final Table USERS = Table.of(
                    TableName.parse("users"),
                    List.of(
                            Column.of("email", new ColumnType.VarChar(320)),
                            Column.of("phone", new ColumnType.VarChar(32))))
            .with(INDEX);

    @Test
    void aRenamedColumnIsFollowedWhereverItIsNamed() {
        Table renamed = USERS.withColumnRenamed("email", "mail").withColumnRenamed("phone", "mobile");

        assertThat(renamed.index("ix_users"))
                .isEqualTo(new Index(
                        "ix_users",
                        List.of(Index.Part.column("mail").withDescending(true), Index.Part.expression("lower(email)")),
                        false,
                        Optional.of("email IS NOT NULL"),
                        List.of("mobile"),
                        Optional.of("gist"),
                        true));
    }

    @Test
    void columnsAreThoseSortedByAndThoseKept() {
        assertThat(INDEX.columns()).containsExactly("email", "phone");
    }
}
