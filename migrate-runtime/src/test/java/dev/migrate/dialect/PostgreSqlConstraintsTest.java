package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, constraints and indexes that only PostgreSQL has: what they do to rows, and that nothing of them is lost. */
class PostgreSqlConstraintsTest {

    private static final TableName BOOKINGS = TableName.parse("bookings");
    private static final TableName ROOMS = TableName.parse("rooms");
    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    private PostgreSqlSchema schema;
    private Connection connection;
    private LiveSchema live;

    @BeforeEach
    void createTables() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        connection = schema.connect();
        live = LiveSchema.of(connection);
        live.run(new CreateTable(Table.of(
                        ROOMS,
                        List.of(
                                Column.of("house", INTEGER).withNullable(false),
                                Column.of("number", INTEGER).withNullable(false)))
                .with(new PrimaryKey("pk_rooms", List.of("house", "number")))));
        live.run(new CreateTable(Table.of(
                        BOOKINGS,
                        List.of(
                                Column.of("id", INTEGER).withNullable(false),
                                Column.of("house", INTEGER),
                                Column.of("room", INTEGER),
                                Column.of("days", new ColumnType.Raw("int4range")),
                                Column.of("note", new ColumnType.VarChar(20))))
                .with(new PrimaryKey("pk_bookings", List.of("id")))));
        run(
                "INSERT INTO rooms VALUES (1, 1), (1, 2)",
                "INSERT INTO bookings VALUES (1, 1, 1, '[1,5)', 'a'), (2, 1, 2, '[1,5)', NULL), (3, 9, NULL, NULL, NULL)");
    }

    @AfterEach
    void closeConnection() throws SQLException {
        connection.close();
    }

    private void run(String... statements) throws SQLException {
        for (String statement : statements) {
            LiveSchema.execute(connection, statement);
        }
    }

    private String answer(String query) throws SQLException {
        return LiveSchema.answer(connection, query);
    }

    private Table read(TableName table) throws SQLException {
        return live.dialect().catalog().tables(connection, List.of(table)).get(0);
    }

    private void refused(String statement, String because) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    private static ForeignKey roomKey(ReferentialAction onDelete, List<String> emptied, boolean matchFull) {
        return new ForeignKey(
                "fk_bookings_room",
                List.of("house", "room"),
                ROOMS,
                List.of("house", "number"),
                onDelete,
                ReferentialAction.NO_ACTION,
                emptied,
                matchFull,
                Optional.empty(),
                Optional.empty());
    }

    // What constraints do to rows.

    @Test
    void aKeyThatWaitsIsCheckedWhenTheTransactionEnds() throws SQLException {
        live.run(new AddConstraint(
                BOOKINGS,
                roomKey(ReferentialAction.NO_ACTION, List.of(), false).withDeferral(Optional.of(Deferral.DEFERRED))));

        connection.setAutoCommit(false);
        run("INSERT INTO bookings VALUES (4, 2, 1)", "INSERT INTO rooms VALUES (2, 1)");
        connection.commit();
        run("INSERT INTO bookings VALUES (5, 3, 1)");

        assertThatThrownBy(() -> connection.commit())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("violates foreign key constraint \"fk_bookings_room\"");
        connection.setAutoCommit(true);
    }

    @Test
    void aKeyThatMatchesInFullIsAddedOnlyWhereNoRowIsHalfEmpty() throws SQLException {
        AddConstraint add = new AddConstraint(BOOKINGS, roomKey(ReferentialAction.NO_ACTION, List.of(), true));

        assertThatThrownBy(() -> live.run(add)).hasMessageContaining("MATCH FULL does not allow mixing of null");

        run("DELETE FROM bookings WHERE id = 3");
        live.runAndUndo(add);
    }

    @Test
    void aDeletionEmptiesTheColumnsThatAreNamed() throws SQLException {
        live.run(new AddConstraint(BOOKINGS, roomKey(ReferentialAction.SET_NULL, List.of("room"), false)));

        run("DELETE FROM rooms WHERE number = 2");

        assertThat(answer("SELECT house || '/' || coalesce(room::text, 'none') FROM bookings WHERE id = 2"))
                .isEqualTo("1/none");
    }

    @Test
    void whatIsNotValidLeavesRowsAloneUntilItIsValidated() throws SQLException {
        CheckConstraint check =
                new CheckConstraint("ck_bookings_house", "house < 5", false, Optional.of(Enforcement.NEW_ROWS));
        ValidateConstraint validate = new ValidateConstraint(BOOKINGS, check.name());

        live.run(new AddConstraint(BOOKINGS, check));
        refused("INSERT INTO bookings (id, house) VALUES (4, 7)", "violates check constraint");
        assertThatThrownBy(() -> live.run(validate)).hasMessageContaining("is violated by some row");

        run("UPDATE bookings SET house = 1 WHERE house = 9");
        live.runAndUndo(validate);
        live.run(validate);
        live.runAndUndo(validate); // is valid already
    }

    @Test
    void nullsAreEqualWhereThatIsSaid() throws SQLException {
        AddConstraint add = new AddConstraint(
                BOOKINGS, new UniqueConstraint("uq_note", List.of("note"), true, List.of("house"), Optional.empty()));

        assertThatThrownBy(() -> live.run(add)).hasMessageContaining("could not create unique index \"uq_note\"");
        run("DELETE FROM bookings WHERE id = 3");
        live.runAndUndo(add);
        live.run(add);

        refused("INSERT INTO bookings (id) VALUES (4)", "violates unique constraint \"uq_note\"");
    }

    @Test
    void rowsThatOverlapAreExcluded() throws SQLException {
        ExclusionConstraint exclusion = new ExclusionConstraint(
                "ex_days",
                "gist",
                List.of(
                        new Element(Index.Part.expression("int4range(house, house, '[]')"), "="),
                        new Element(Index.Part.expression("int4range(room, room, '[]')"), "="),
                        new Element(Index.Part.column("days"), "&&")),
                List.of(),
                Optional.of("note IS DISTINCT FROM 'cancelled'"),
                Optional.empty());

        live.runAndUndo(new AddConstraint(BOOKINGS, exclusion));
        live.run(new AddConstraint(BOOKINGS, exclusion));

        refused("INSERT INTO bookings VALUES (4, 1, 1, '[4,6)')", "violates exclusion constraint \"ex_days\"");
        run("INSERT INTO bookings VALUES (5, 1, 1, '[4,6)', 'cancelled')");
    }

    @Test
    void whatIsNotEnforcedRefusesNothing() throws SQLException {
        assumeThat(live.dialect().version().isAtLeast(18, 0, 0)).isTrue();

        live.run(new AddConstraint(
                BOOKINGS, new CheckConstraint("ck_never", "house > 100", false, Optional.of(Enforcement.NO_ROWS))));

        run("INSERT INTO bookings (id, house) VALUES (4, 2)");
        assertThatThrownBy(() -> live.run(new ValidateConstraint(BOOKINGS, "ck_never")))
                .hasMessageContaining("constraint ck_never of bookings is not enforced");
    }

    // Nothing is lost.

    @Test
    void everyWordAboutAConstraintIsRead() throws SQLException {
        run(
                "CREATE TABLE things (a INT, b INT, c INT4RANGE, d TEXT, house INT, room INT,"
                        + " CONSTRAINT pk PRIMARY KEY (a) INCLUDE (b) DEFERRABLE,"
                        + " CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b, a) INCLUDE (d) DEFERRABLE INITIALLY DEFERRED,"
                        + " CONSTRAINT ck CHECK (a > 0) NO INHERIT,"
                        + " CONSTRAINT ex EXCLUDE USING gist (c range_ops WITH &&, (int4range(a, b)) WITH -|-)"
                        + " INCLUDE (a) WITH (fillfactor = 80) WHERE (a > 0) DEFERRABLE,"
                        + " CONSTRAINT ex2 EXCLUDE (d COLLATE \"C\" text_pattern_ops WITH =),"
                        + " CONSTRAINT fk FOREIGN KEY (house, room) REFERENCES rooms MATCH FULL"
                        + " ON DELETE SET DEFAULT (room) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED)",
                "ALTER TABLE things ADD CONSTRAINT ck2 CHECK (b > 0) NOT VALID",
                "ALTER TABLE things ADD CONSTRAINT fk2 FOREIGN KEY (a, b) REFERENCES rooms NOT VALID");

        assertThat(read(TableName.parse("things")).constraints())
                .containsExactly(
                        new PrimaryKey("pk", List.of("a"), List.of("b"), Optional.of(Deferral.IMMEDIATE)),
                        new UniqueConstraint(
                                "uq", List.of("b", "a"), true, List.of("d"), Optional.of(Deferral.DEFERRED)),
                        new ForeignKey(
                                "fk",
                                List.of("house", "room"),
                                ROOMS,
                                List.of("house", "number"),
                                ReferentialAction.SET_DEFAULT,
                                ReferentialAction.CASCADE,
                                List.of("room"),
                                true,
                                Optional.of(Deferral.DEFERRED),
                                Optional.empty()),
                        new ForeignKey(
                                        "fk2",
                                        List.of("a", "b"),
                                        ROOMS,
                                        List.of("house", "number"),
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.NO_ACTION)
                                .withEnforcement(Optional.of(Enforcement.NEW_ROWS)),
                        new CheckConstraint("ck", "a > 0", true, Optional.empty()),
                        new CheckConstraint("ck2", "b > 0", false, Optional.of(Enforcement.NEW_ROWS)),
                        new ExclusionConstraint(
                                "ex",
                                "gist",
                                List.of(
                                        new Element(Index.Part.column("c"), "&&"),
                                        new Element(Index.Part.expression("int4range(a, b)"), "-|-")),
                                List.of("a"),
                                Optional.of("a > 0"),
                                Optional.of(Deferral.IMMEDIATE)),
                        new ExclusionConstraint(
                                "ex2",
                                "btree",
                                List.of(new Element(
                                        Index.Part.column("d")
                                                .withQualifier(Optional.of("COLLATE \"C\" text_pattern_ops")),
                                        "=")),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(read(TableName.parse("things")).indexes()).isEmpty();
    }

    @Test
    void aTableComesBackWithEveryWordAboutItsConstraints() throws SQLException {
        live.run(new AddConstraint(
                BOOKINGS,
                roomKey(ReferentialAction.SET_NULL, List.of("room"), false)
                        .withEnforcement(Optional.of(Enforcement.NEW_ROWS))));
        live.run(new AddConstraint(
                BOOKINGS,
                new ExclusionConstraint(
                        "ex_days",
                        "spgist",
                        List.of(new Element(Index.Part.column("days"), "&&")),
                        List.of(),
                        Optional.of("room = 1"),
                        Optional.of(Deferral.DEFERRED))));
        live.run(new CreateIndex(
                BOOKINGS,
                Index.of("ix_brin", List.of(Index.Part.column("id")), false, Optional.empty())
                        .withMethod(Optional.of("brin"))
                        .withStorage(Map.of("pages_per_range", "32", "autosummarize", "on")),
                false));

        live.runAndUndo(new DropTable(BOOKINGS));
    }

    @Test
    void aConstraintFollowsItsRenamedColumnAndGoesWithADroppedOne() throws SQLException {
        live.run(new AddConstraint(BOOKINGS, roomKey(ReferentialAction.SET_NULL, List.of("room"), false)));
        live.run(new AddConstraint(
                BOOKINGS,
                new ExclusionConstraint(
                        "ex_days",
                        "gist",
                        List.of(new Element(Index.Part.column("days"), "&&")),
                        List.of(),
                        Optional.of("days IS NOT NULL AND id <> 2"),
                        Optional.empty())));

        live.run(new RenameColumn(BOOKINGS, "room", "chamber"));
        live.runAndUndo(new DropColumn(BOOKINGS, "days"));
    }

    @Test
    void whatIsAboutAColumnAloneInSqlGoesWithItAndComesBack() throws SQLException {
        live.run(new AddConstraint(BOOKINGS, new CheckConstraint("ck_note", "lower(note) <> 'room' AND note <> ''")));
        live.run(new CreateIndex(
                BOOKINGS,
                Index.of(
                        "ix_note",
                        List.of(Index.Part.expression("lower(note)"), Index.Part.column("note")),
                        false,
                        Optional.of("house = 1")),
                false));
        live.run(new AddConstraint(
                BOOKINGS,
                new ExclusionConstraint(
                        "ex_note",
                        "btree",
                        List.of(new Element(Index.Part.expression("upper(note)"), "=")),
                        List.of(),
                        Optional.of("room = 1"),
                        Optional.empty())));

        live.runAndUndo(new DropColumn(BOOKINGS, "note"));
    }

    @Test
    void whatNamesAColumnAmongOthersInSqlHoldsItFast() throws SQLException {
        live.run(new AddConstraint(BOOKINGS, new CheckConstraint("ck_place", "house > 0 OR room IS NULL")));
        live.run(new CreateIndex(
                BOOKINGS,
                Index.of("ix_note", List.of(Index.Part.column("note")), false, Optional.of("room IS NOT NULL")),
                false));
        live.run(new CreateIndex(
                BOOKINGS,
                Index.of("ix_sum", List.of(Index.Part.expression("house + room")), false, Optional.empty()),
                false));
        live.run(new AddConstraint(
                BOOKINGS,
                new ExclusionConstraint(
                        "ex_days",
                        "gist",
                        List.of(new Element(Index.Part.column("days"), "&&")),
                        List.of(),
                        Optional.of("room = 7"),
                        Optional.empty())));
        live.run(new AddColumn(
                BOOKINGS, Column.of("twice", INTEGER).withGenerated(Optional.of(new Generated("room * 2", true)))));

        assertThatThrownBy(() -> live.run(new DropColumn(BOOKINGS, "room")))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("column bookings.room is named by column twice and constraint ck_place and"
                        + " constraint ex_days and index ix_note and index ix_sum, not alone");
    }

    @Test
    void aKeyThatKeepsAColumnHoldsItFast() throws SQLException {
        live.run(new AddConstraint(
                BOOKINGS, new UniqueConstraint("uq_note", List.of("id"), false, List.of("note"), Optional.empty())));

        assertThatThrownBy(() -> live.run(new DropColumn(BOOKINGS, "note")))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("drop constraint uq_note first");
    }

    // Indexes.

    @Test
    void storageAndNullsOfAnIndexAreReadBack() throws SQLException {
        Index.Part note = Index.Part.column("note");
        live.runAndUndo(new CreateIndex(
                BOOKINGS,
                Index.of("ix_note", List.of(note), true, Optional.of("id <> 3"))
                        .withNullsNotDistinct(true)
                        .withInclude(List.of("house"))
                        .withStorage(Map.of("fillfactor", "70", "deduplicate_items", "off")),
                true));
        live.run(new CreateIndex(
                BOOKINGS,
                Index.of("ix_hash", List.of(note), false, Optional.empty())
                        .withMethod(Optional.of("hash"))
                        .withStorage(Map.of("fillfactor", "90")),
                false));
        live.runAndUndo(new RenameIndex(BOOKINGS, "ix_hash", "ix \"odd\""));
    }

    @Test
    void anIndexOfAPartitionedTableIsNotBuiltConcurrentlyAndTheWayOutWorks() throws SQLException {
        TableName events = TableName.parse("events");
        run(
                "CREATE TABLE events (id INT, kind TEXT) PARTITION BY RANGE (id)",
                "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100)",
                "INSERT INTO events VALUES (1, 'a')");
        Index index = Index.of("ix_events_kind", List.of(Index.Part.column("kind")), false, Optional.empty());
        live.adopt(events, TableName.parse("events_1"));

        assertThatThrownBy(() -> live.run(new CreateIndex(events, index, true)))
                .isInstanceOfSatisfying(MigrateException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
                    assertThat(e.problem().what())
                            .isEqualTo(live.dialect().describe() + " cannot build an index of a partitioned table"
                                    + " concurrently, but ix_events_kind is one: table events is partitioned by RANGE"
                                    + " (id)");
                    assertThat(e.problem().next().orElseThrow())
                            .startsWith("build it on each partition first, which can be done concurrently");
                });

        live.run(new CreateIndex(TableName.parse("events_1"), index.withName("ix_events_1_kind"), true));
        live.run(new CreateIndex(events, index, false));
        assertThat(answer(
                        "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema AND tablename = 'events_1'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> live.run(new DropIndex(events, index.name(), true)))
                .hasMessageContaining("cannot drop an index of a partitioned table concurrently");
        live.execute(new DropIndex(events, index.name(), false)); // and with it that of the partition
        assertThat(read(TableName.parse("events_1")).indexes()).isEmpty();
    }

    // Conversions, on rows and with a default that the new type has in other words.

    @Test
    void textBecomesAnEnumTypeAndGoesBack() throws SQLException {
        run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
        TableName people = TableName.parse("people");
        live.run(new CreateTable(Table.of(
                people,
                List.of(
                        Column.of("id", INTEGER),
                        Column.of("mood", new ColumnType.VarChar(10))
                                .withNullable(false)
                                .withDefault(Optional.of(new DefaultValue.Text("sad")))))));
        run("INSERT INTO people VALUES (1, 'happy'), (2, DEFAULT)");

        live.run(new CreateIndex(
                people, Index.of("ix_mood", List.of(Index.Part.column("mood")), false, Optional.empty()), false));
        ColumnType mood = new ColumnType.Named(TableName.parse("mood"), false);
        live.runAndUndo(converted(people, "mood", mood, new Change.Keep<>(), Optional.empty()));
        live.run(converted(people, "mood", mood, new Change.Keep<>(), Optional.empty()));

        assertThat(answer("SELECT string_agg(mood::text, ',' ORDER BY mood) FROM people"))
                .isEqualTo("sad,happy");
        run("INSERT INTO people VALUES (3)");
    }

    @Test
    void theDefaultOfAnEnumTypeDoesNotHoldItsTypeWhereTheColumnHasAnother() throws SQLException {
        run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
        TableName people = TableName.parse("people");
        live.run(new CreateTable(Table.of(
                people,
                List.of(Column.of("mood", new ColumnType.Named(TableName.parse("mood"), false))
                        .withDefault(Optional.of(new DefaultValue.Text("sad")))))));

        live.run(converted(people, "mood", new ColumnType.VarChar(10), new Change.Keep<>(), Optional.empty()));
        run("DROP TYPE mood");
        run("INSERT INTO people DEFAULT VALUES");

        assertThat(answer("SELECT mood FROM people")).isEqualTo("sad");
    }

    @Test
    void aNumberBecomesATruthValueTogetherWithItsDefault() throws SQLException {
        TableName people = TableName.parse("people");
        live.run(new CreateTable(Table.of(
                people,
                List.of(
                        Column.of("id", INTEGER),
                        Column.of("active", INTEGER)
                                .withNullable(false)
                                .withDefault(Optional.of(new DefaultValue.Numeric(BigDecimal.ONE)))))));
        run("INSERT INTO people VALUES (1, 0), (2, DEFAULT)");

        live.runAndUndo(converted(people, "active", new ColumnType.Bool(), new Change.Keep<>(), Optional.empty()));
        live.run(converted(people, "active", new ColumnType.Bool(), new Change.Keep<>(), Optional.empty()));
        run("INSERT INTO people VALUES (3)");

        assertThat(answer("SELECT string_agg(active::text, ',' ORDER BY id) FROM people"))
                .isEqualTo("false,true,true");
    }

    @Test
    void textBecomesANumberByTheAuthorsOwnExpressionTogetherWithANewDefault() throws SQLException {
        live.run(converted(
                BOOKINGS,
                "note",
                INTEGER,
                new Change.Set<>(new DefaultValue.Numeric(BigDecimal.TEN)),
                Optional.of("CASE note WHEN 'a' THEN 1 ELSE 0 END")));

        run("INSERT INTO bookings (id) VALUES (4)");
        assertThat(answer("SELECT string_agg(note::text, ',' ORDER BY id) FROM bookings"))
                .isEqualTo("1,0,0,10");
    }

    private static AlterColumn converted(
            TableName table,
            String column,
            ColumnType type,
            Change<DefaultValue> defaultValue,
            Optional<String> using) {
        return new AlterColumn(
                table, column, Optional.of(type), Optional.empty(), defaultValue, new Change.Keep<>(), using);
    }

    // Kinds.

    @Test
    void aConstraintOfAnotherKindThanWasSaidIsNotDropped() {
        assertThatThrownBy(
                        () -> live.run(new DropConstraint(BOOKINGS, "pk_bookings", Optional.of(Constraint.Kind.CHECK))))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining(
                        "constraint pk_bookings of table bookings is of the kind \"primary key\", not" + " \"check\"");
    }
}
