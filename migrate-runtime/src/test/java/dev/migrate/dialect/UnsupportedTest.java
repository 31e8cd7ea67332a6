package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameSequence;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database cannot do is refused before anything runs, in words that name the database and the way out. */
class UnsupportedTest {

    private static final String NEXT = "keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)";

    private static final Map<String, Operation> ASKED = asked();

    private static Map<String, Operation> asked() {
        Column column = Column.of("c", new ColumnType.IntegerType(32));
        Map<String, Operation> asked = new LinkedHashMap<>();
        asked.put("where", index(Index.Part.column("fax"), Optional.of("fax IS NOT NULL")));
        asked.put("expression", index(Index.Part.expression("lower(fax)"), Optional.empty()));
        asked.put("prefix", index(Index.Part.column("fax").withPrefix(OptionalInt.of(8)), Optional.empty()));
        asked.put("check", new AddConstraint(OneOfEach.USERS, new CheckConstraint("ck_x", "age > 0")));
        asked.put("expression default", add(column.withDefault(Optional.of(new DefaultValue.Expression("abs(1)")))));
        asked.put(
                "text default",
                add(Column.of("c", new ColumnType.Text()).withDefault(Optional.of(new DefaultValue.Text("x")))));
        asked.put("invisible", add(column.withInvisible(true)));
        asked.put("identity", add(column.withIdentity(Optional.of(Identity.BY_DEFAULT))));
        asked.put(
                "foreign key to another schema",
                new AddConstraint(
                        OneOfEach.USERS,
                        new ForeignKey(
                                "fk",
                                List.of("age"),
                                TableName.parse("other.t"),
                                List.of("id"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.NO_ACTION)));
        asked.put("waits", add(key().withDeferral(Optional.of(Deferral.DEFERRED))));
        asked.put("not valid", add(key().withEnforcement(Optional.of(Enforcement.NEW_ROWS))));
        asked.put("not enforced", add(new CheckConstraint("ck_x", "age > 0", false, Optional.of(Enforcement.NO_ROWS))));
        asked.put("no inherit", add(new CheckConstraint("ck_x", "age > 0", true, Optional.empty())));
        asked.put("nulls not distinct", add(unique(true, List.of())));
        asked.put("include", add(unique(false, List.of("fax"))));
        asked.put(
                "exclude",
                add(new ExclusionConstraint(
                        "ex_x",
                        "gist",
                        List.of(new ExclusionConstraint.Element(Index.Part.column("fax"), "=")),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())));
        asked.put("rename of a primary key", new RenameConstraint(OneOfEach.USERS, "pk_users", "pk", Optional.empty()));
        asked.put("identity always", add(column.withIdentity(Optional.of(Identity.ALWAYS))));
        asked.put(
                "computed not null",
                add(column.withNullable(false).withGenerated(Optional.of(new Generated("age", true)))));
        asked.put("computed when read", add(column.withGenerated(Optional.of(new Generated("age", false)))));
        asked.put(
                "collation", add(Column.of("c", new ColumnType.VarChar(9)).withCollation(Optional.of("utf8mb4_bin"))));
        asked.put(
                "using",
                new AlterColumn(
                        OneOfEach.USERS,
                        "age",
                        Optional.of(new ColumnType.IntegerType(64)),
                        Optional.empty(),
                        new Change.Keep<>(),
                        new Change.Keep<>(),
                        Optional.of("age * 2")));
        asked.put("sequence", new CreateSequence(Sequence.of(TableName.parse("s"))));
        asked.put(
                "owned sequence",
                new CreateSequence(Sequence.of(TableName.parse("s"))
                        .withOwner(Optional.of(new Sequence.Owner(OneOfEach.USERS, "age")))));
        asked.put("renamed sequence", new RenameSequence(TableName.parse("s"), "t"));
        asked.put("schema", new CreateSchema(Namespace.of("billing")));
        asked.put("enum type", new CreateEnum(EnumType.of(TableName.parse("mood"), List.of("sad"))));
        asked.put("column of a type", add(Column.of("c", new ColumnType.Named(TableName.parse("mood"), false))));
        asked.put(
                "numbers",
                add(column.withIdentity(Optional.of(Identity.BY_DEFAULT))
                        .withNumbering(Optional.of(new Numbering(
                                Optional.empty(),
                                1000,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false)))));
        return asked;
    }

    private static Operation add(Constraint constraint) {
        return new AddConstraint(OneOfEach.USERS, constraint);
    }

    private static ForeignKey key() {
        return new ForeignKey(
                "fk_x",
                List.of("team_id"),
                OneOfEach.TEAMS,
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    private static UniqueConstraint unique(boolean nullsNotDistinct, List<String> include) {
        return new UniqueConstraint("uq_x", List.of("age"), nullsNotDistinct, include, Optional.empty());
    }

    private static Operation index(Index.Part part, Optional<String> where) {
        return new CreateIndex(OneOfEach.USERS, Index.of("ix_x", List.of(part), false, where), false);
    }

    private static Operation add(Column column) {
        return new AddColumn(OneOfEach.USERS, column);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "mysql:5.7.44",
                        "sequence",
                        "MySQL 5.7.44 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "mysql:5.7.44",
                        "owned sequence",
                        "MySQL 5.7.44 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "mysql:5.7.44",
                        "renamed sequence",
                        "MySQL 5.7.44 has no sequences, but the migration asks to rename sequence s to t"),
                Arguments.of(
                        "mysql:8.4.0",
                        "sequence",
                        "MySQL 8.4.0 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "mysql:8.4.0",
                        "owned sequence",
                        "MySQL 8.4.0 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "mysql:8.4.0",
                        "renamed sequence",
                        "MySQL 8.4.0 has no sequences, but the migration asks to rename sequence s to t"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "sequence",
                        "SQLite 3.45.0 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "owned sequence",
                        "SQLite 3.45.0 has no sequences, but the migration asks to create sequence s"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "renamed sequence",
                        "SQLite 3.45.0 has no sequences, but the migration asks to rename sequence s to t"),
                Arguments.of(
                        "h2:2.4.240",
                        "owned sequence",
                        "H2 2.4.240 has no sequences that go with a column, but sequence s is owned by users.age"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "owned sequence",
                        "MariaDB 11.4.5 has no sequences that go with a column, but sequence s is owned by users.age"),
                Arguments.of(
                        "h2:2.4.240",
                        "renamed sequence",
                        "H2 2.4.240 has no new names for sequences, but the migration asks to rename sequence s to t"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "schema",
                        "SQLite 3.45.0 has no schemas but the files that a connection has attached, but the migration asks to create schema billing"),
                Arguments.of(
                        "mysql:5.7.44",
                        "enum type",
                        "MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to create type mood"),
                Arguments.of(
                        "mysql:5.7.44",
                        "column of a type",
                        "MySQL 5.7.44 has no types with a name of their own, but a column has the type mood"),
                Arguments.of(
                        "mysql:8.4.0",
                        "enum type",
                        "MySQL 8.4.0 has no enum types with a name of their own, but the migration asks to create type mood"),
                Arguments.of(
                        "mysql:8.4.0",
                        "column of a type",
                        "MySQL 8.4.0 has no types with a name of their own, but a column has the type mood"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "enum type",
                        "MariaDB 11.4.5 has no enum types with a name of their own, but the migration asks to create type mood"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "column of a type",
                        "MariaDB 11.4.5 has no types with a name of their own, but a column has the type mood"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "enum type",
                        "SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to create type mood"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "column of a type",
                        "SQLite 3.45.0 has no types with a name of their own, but a column has the type mood"),
                Arguments.of(
                        "h2:2.4.240",
                        "enum type",
                        "H2 2.4.240 has no enum types with a name of their own, but the migration asks to create type mood"),
                Arguments.of(
                        "h2:2.4.240",
                        "column of a type",
                        "H2 2.4.240 has no types with a name of their own, but a column has the type mood"),
                Arguments.of(
                        "mysql:5.7.44",
                        "numbers",
                        "MySQL 5.7.44 has no numbers of single columns but 1, 2, 3, but column c is numbered START WITH 1000"),
                Arguments.of(
                        "mysql:8.4.0",
                        "numbers",
                        "MySQL 8.4.0 has no numbers of single columns but 1, 2, 3, but column c is numbered START WITH 1000"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "numbers",
                        "MariaDB 11.4.5 has no numbers of single columns but 1, 2, 3, but column c is numbered START WITH 1000"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "numbers",
                        "SQLite 3.45.0 has no numbered columns that are not the whole primary key, but column c is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "where",
                        "MySQL 5.7.44 has no indexes of some rows only, but index ix_x on users has the condition fax IS NOT NULL"),
                Arguments.of(
                        "mysql:5.7.44",
                        "expression",
                        "MySQL 5.7.44 has no indexes of expressions, but index ix_x on users is on (lower(fax))"),
                Arguments.of(
                        "mysql:5.7.44",
                        "check",
                        "MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_x of users says age > 0"),
                Arguments.of(
                        "mysql:5.7.44",
                        "expression default",
                        "MySQL 5.7.44 has no defaults that are expressions, but one is (abs(1))"),
                Arguments.of(
                        "mysql:5.7.44",
                        "text default",
                        "MySQL 5.7.44 has no defaults that are expressions, but one is ('x')"),
                Arguments.of("mysql:5.7.44", "invisible", "MySQL 5.7.44 has no invisible columns, but column c is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "identity always",
                        "MySQL 5.7.44 has no columns that only it numbers, but column c is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "using",
                        "MySQL 5.7.44 has no conversions by USING, but column users.age is converted by age * 2"),
                Arguments.of(
                        "mysql:8.4.0",
                        "where",
                        "MySQL 8.4.0 has no indexes of some rows only, but index ix_x on users has the condition fax IS NOT NULL"),
                Arguments.of(
                        "mysql:8.4.0",
                        "identity always",
                        "MySQL 8.4.0 has no columns that only it numbers, but column c is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "using",
                        "MySQL 8.4.0 has no conversions by USING, but column users.age is converted by age * 2"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "where",
                        "MariaDB 11.4.5 has no indexes of some rows only, but index ix_x on users has the condition fax IS NOT NULL"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "expression",
                        "MariaDB 11.4.5 has no indexes of expressions, but index ix_x on users is on (lower(fax))"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "identity always",
                        "MariaDB 11.4.5 has no columns that only it numbers, but column c is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "computed not null",
                        "MariaDB 11.4.5 has no computed columns that are NOT NULL, but column c is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "using",
                        "MariaDB 11.4.5 has no conversions by USING, but column users.age is converted by age * 2"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "prefix",
                        "SQLite 3.45.0 has no indexes of a column's beginning, but index ix_x on users is on the first 8 characters of fax"),
                Arguments.of(
                        "sqlite:3.45.0", "invisible", "SQLite 3.45.0 has no invisible columns, but column c is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "identity always",
                        "SQLite 3.45.0 has no columns that only it numbers, but column c is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "identity",
                        "SQLite 3.45.0 has no numbered columns that are not the whole primary key, but column c is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "foreign key to another schema",
                        "SQLite 3.45.0 has no foreign keys to another schema, but foreign key fk of users refers to other.t"),
                Arguments.of(
                        "postgresql:17.0",
                        "prefix",
                        "PostgreSQL 17.0 has no indexes of a column's beginning, but index ix_x on users is on the first 8 characters of fax"),
                Arguments.of(
                        "postgresql:17.0",
                        "invisible",
                        "PostgreSQL 17.0 has no invisible columns, but column c is one"),
                Arguments.of(
                        "postgresql:17.0",
                        "computed when read",
                        "PostgreSQL 17.0 has no columns that are computed when read, but column c is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "where",
                        "H2 2.4.240 has no indexes of some rows only, but index ix_x on users has the condition fax IS NOT NULL"),
                Arguments.of(
                        "h2:2.4.240",
                        "expression",
                        "H2 2.4.240 has no indexes of expressions, but index ix_x on users is on (lower(fax))"),
                Arguments.of(
                        "h2:2.4.240",
                        "prefix",
                        "H2 2.4.240 has no indexes of a column's beginning, but index ix_x on users is on the first 8 characters of fax"),
                Arguments.of(
                        "h2:2.4.240",
                        "computed when read",
                        "H2 2.4.240 has no columns that are computed when read, but column c is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "collation",
                        "H2 2.4.240 has no collations of single columns, but column c has utf8mb4_bin"),
                Arguments.of(
                        "mysql:5.7.44",
                        "waits",
                        "MySQL 5.7.44 has no constraints that wait for the end of a transaction, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "not valid",
                        "MySQL 5.7.44 has no constraints that leave unchecked what is there already, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "not enforced",
                        "MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_x of users says age > 0"),
                Arguments.of(
                        "mysql:5.7.44",
                        "no inherit",
                        "MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_x of users says age > 0"),
                Arguments.of(
                        "mysql:5.7.44",
                        "nulls not distinct",
                        "MySQL 5.7.44 has no unique constraints for which nulls are equal, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "include",
                        "MySQL 5.7.44 has no keys that keep columns besides, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "exclude",
                        "MySQL 5.7.44 has no exclusion constraints, but exclusion constraint ex_x of users is one"),
                Arguments.of(
                        "mysql:5.7.44",
                        "rename of a primary key",
                        "MySQL 5.7.44 has no names of primary keys, but pk_users of users is to get another one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "waits",
                        "MySQL 8.4.0 has no constraints that wait for the end of a transaction, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "not valid",
                        "MySQL 8.4.0 has no constraints that leave unchecked what is there already, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "no inherit",
                        "MySQL 8.4.0 has no checks that are not inherited, but check ck_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "nulls not distinct",
                        "MySQL 8.4.0 has no unique constraints for which nulls are equal, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "include",
                        "MySQL 8.4.0 has no keys that keep columns besides, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "exclude",
                        "MySQL 8.4.0 has no exclusion constraints, but exclusion constraint ex_x of users is one"),
                Arguments.of(
                        "mysql:8.4.0",
                        "rename of a primary key",
                        "MySQL 8.4.0 has no names of primary keys, but pk_users of users is to get another one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "waits",
                        "MariaDB 11.4.5 has no constraints that wait for the end of a transaction, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "not valid",
                        "MariaDB 11.4.5 has no constraints that leave unchecked what is there already, but foreign key fk_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "not enforced",
                        "MariaDB 11.4.5 has no constraints that are not enforced, but check ck_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "no inherit",
                        "MariaDB 11.4.5 has no checks that are not inherited, but check ck_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "nulls not distinct",
                        "MariaDB 11.4.5 has no unique constraints for which nulls are equal, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "include",
                        "MariaDB 11.4.5 has no keys that keep columns besides, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "exclude",
                        "MariaDB 11.4.5 has no exclusion constraints, but exclusion constraint ex_x of users is one"),
                Arguments.of(
                        "mariadb:11.4.5",
                        "rename of a primary key",
                        "MariaDB 11.4.5 has no names of primary keys, but pk_users of users is to get another one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "not valid",
                        "SQLite 3.45.0 has no constraints that leave unchecked what is there already, but foreign key fk_x of users is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "not enforced",
                        "SQLite 3.45.0 has no constraints that are not enforced, but check ck_x of users is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "no inherit",
                        "SQLite 3.45.0 has no checks that are not inherited, but check ck_x of users is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "nulls not distinct",
                        "SQLite 3.45.0 has no unique constraints for which nulls are equal, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "include",
                        "SQLite 3.45.0 has no keys that keep columns besides, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "sqlite:3.45.0",
                        "exclude",
                        "SQLite 3.45.0 has no exclusion constraints, but exclusion constraint ex_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "waits",
                        "H2 2.4.240 has no constraints that wait for the end of a transaction, but foreign key fk_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "not valid",
                        "H2 2.4.240 has no constraints that leave unchecked what is there already, but foreign key fk_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "not enforced",
                        "H2 2.4.240 has no constraints that are not enforced, but check ck_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "no inherit",
                        "H2 2.4.240 has no checks that are not inherited, but check ck_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "include",
                        "H2 2.4.240 has no keys that keep columns besides, but unique constraint uq_x of users is one"),
                Arguments.of(
                        "h2:2.4.240",
                        "exclude",
                        "H2 2.4.240 has no exclusion constraints, but exclusion constraint ex_x of users is one"),
                Arguments.of(
                        "postgresql:17.0",
                        "not enforced",
                        "PostgreSQL 17.0 has no constraints that are not enforced, but check ck_x of users is one"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theRefusalNamesTheDatabaseTheFeatureAndTheUse(String database, String asked, String words) {
        assertThatThrownBy(() -> render(database, asked)).isInstanceOfSatisfying(MigrateException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
            assertThat(e.problem().what()).isEqualTo(words);
            assertThat(e.problem().next().orElseThrow()).endsWith(NEXT);
        });
    }

    @Test
    void whatIsNotRefusedIsRendered() {
        List<String> refused =
                refusals().map(a -> a.get()[0] + " " + a.get()[1]).toList();
        for (String database : List.of(
                "mysql:5.7.44", "mysql:8.4.0", "mariadb:11.4.5", "h2:2.4.240", "postgresql:17.0", "sqlite:3.45.0")) {
            for (String asked : ASKED.keySet()) {
                if (!refused.contains(database + " " + asked)) {
                    assertThat(render(database, asked))
                            .as(database + " " + asked)
                            .isNotEmpty();
                }
            }
        }
    }

    private static List<SqlStatement> render(String database, String asked) {
        String[] parts = database.split(":", 2);
        return Dialects.offline(parts[0], ServerVersion.parse(parts[1])).render(ASKED.get(asked), OneOfEach.BEFORE);
    }
}
