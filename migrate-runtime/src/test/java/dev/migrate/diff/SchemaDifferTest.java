package dev.migrate.diff;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.migrate.dialect.Dialects;
import dev.migrate.execute.DialectRules;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about differences, what is left alone, and what a person decides. */
class SchemaDifferTest {

    private static final DatabaseRules POSTGRESQL = rules("postgresql:16");
    private static final DatabaseRules MARIADB = rules("mariadb:11.4");
    private static final DatabaseRules H2 = rules("h2:2.4.240");
    private static final TableName USERS = TableName.parse("users");
    private static final Column ID =
            Column.of("id", new ColumnType.IntegerType(64)).withNullable(false);
    private static final Column EMAIL =
            Column.of("email", new ColumnType.VarChar(80)).withNullable(false);
    private static final Column NAME = Column.of("name", new ColumnType.VarChar(40));
    private static final DiffPolicy DROPPING = DiffPolicy.USUAL.withDropsUnknown(true);

    private static DatabaseRules rules(String dialect) {
        return new DialectRules(Dialects.offline(dialect), List.of());
    }

    @Test
    void aDifferenceSaysWhatIsAndWhatShouldBeAndWhatMayBeLost() {
        SchemaModel actual =
                schema(users(ID, EMAIL, NAME, Column.of("status", new ColumnType.EnumOf(List.of("A", "B"))))
                        .with(new CheckConstraint("ck_users_name", "name <> ''"))
                        .with(Index.of("ix_users_name", List.of(Index.Part.column("name")), false, Optional.empty())));
        SchemaModel desired = schema(users(
                        ID,
                        EMAIL.withType(new ColumnType.VarChar(60)).withComment(Optional.of("where to write")),
                        NAME.withNullable(false),
                        Column.of("status", new ColumnType.EnumOf(List.of("A", "C"))))
                .with(new CheckConstraint("ck_users_name", "name <> 'x'"))
                .with(Index.of(
                        "ix_users_name",
                        List.of(Index.Part.column("name").withDescending(true)),
                        false,
                        Optional.empty())));

        SchemaDiff diff = diff(MARIADB, DiffPolicy.USUAL, actual, desired);

        assertThat(diff.differences().stream()
                        .map(each -> each
                                + each.loss().map(loss -> " (" + loss + ")").orElse("")))
                .containsExactly(
                        "change column users.email: type varchar(80), should be varchar(60); comment none, should be"
                                + " 'where to write' (values may not fit the new type)",
                        "change column users.name: nullable, should be not null",
                        "change column users.status: type enum('A', 'B'), should be enum('A', 'C') (rows that hold 'B' do"
                                + " not fit the new type)",
                        "change index ix_users_name of users: (name), should be (name desc)",
                        "change constraint ck_users_name of users: check (name <> ''), should be check (name <> 'x')");
    }

    static Stream<Arguments> types() {
        ColumnType words = new ColumnType.EnumOf(List.of("NEW", "OLD"));
        String counted = "words are counted from 1 in the order of the type, which need not be what the application"
                + " counts: convert them by hand";
        String perhaps = "values may not fit the new type";
        return Stream.of(
                Arguments.of(new ColumnType.Raw("set('a','b')"), new ColumnType.Raw("set('c', 'a', 'b')"), ""),
                Arguments.of(new ColumnType.Raw("set('a','b')"), new ColumnType.Raw("set('a', 'c')"), perhaps),
                Arguments.of(new ColumnType.Raw("set('a')"), new ColumnType.Raw("enum('a', 'c')"), perhaps),
                Arguments.of(new ColumnType.VarChar(100), new ColumnType.Raw("text"), ""),
                Arguments.of(words, new ColumnType.Raw("tinytext"), ""),
                Arguments.of(new ColumnType.VarChar(255), new ColumnType.Raw("tinytext"), perhaps),
                Arguments.of(new ColumnType.VarChar(20000), new ColumnType.Raw("text"), perhaps),
                Arguments.of(new ColumnType.VarChar(20000), new ColumnType.Raw("mediumtext"), ""),
                Arguments.of(new ColumnType.Raw("text"), new ColumnType.Raw("mediumtext"), ""),
                Arguments.of(new ColumnType.Raw("mediumtext"), new ColumnType.Raw("text"), perhaps),
                Arguments.of(new ColumnType.Text(), new ColumnType.Raw("mediumtext"), perhaps),
                Arguments.of(new ColumnType.Raw("text"), new ColumnType.Text(), ""),
                Arguments.of(new ColumnType.Raw("blob"), new ColumnType.Raw("mediumblob"), ""),
                Arguments.of(new ColumnType.Raw("blob"), new ColumnType.Blob(), ""),
                Arguments.of(new ColumnType.Raw("tinyblob"), new ColumnType.Raw("text"), perhaps),
                Arguments.of(new ColumnType.Blob(), new ColumnType.Raw("blob"), perhaps),
                Arguments.of(new ColumnType.VarBinary(300), new ColumnType.Raw("blob"), ""),
                Arguments.of(new ColumnType.VarBinary(300), new ColumnType.Raw("tinyblob"), perhaps),
                Arguments.of(words, new ColumnType.IntegerType(8), counted),
                Arguments.of(new ColumnType.IntegerType(32), words, counted));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whetherAnotherTypeLosesValuesIsSaid(ColumnType from, ColumnType to, String loss) {
        SchemaDiff diff =
                diff(MARIADB, DiffPolicy.USUAL, schema(users(NAME.withType(from))), schema(users(NAME.withType(to))));

        assertThat(diff.differences())
                .singleElement()
                .extracting(difference -> difference.loss().orElse(""))
                .isEqualTo(loss);
    }

    @Test
    void nothingThatTheModelDoesNotKnowIsDroppedUnlessSomebodyAsks() {
        SchemaModel actual = schema(
                        users(ID, EMAIL, NAME)
                                .with(new UniqueConstraint("uq_users_email", List.of("email")))
                                .with(new CheckConstraint("ck_users_name", "name <> ''"))
                                .with(Index.of(
                                        "ix_users_name", List.of(Index.Part.column("name")), false, Optional.empty())),
                        Table.of(TableName.parse("legacy"), List.of(ID)))
                .withSequences(List.of(Sequence.of(TableName.parse("legacy_seq"))));
        SchemaModel desired = schema(users(ID, EMAIL));

        SchemaDiff careful = diff(H2, DiffPolicy.USUAL, actual, desired);
        SchemaDiff dropping = diff(H2, DROPPING, actual, desired);

        assertThat(careful.isEmpty()).isTrue();
        assertThat(careful.operations()).isEmpty();
        assertThat(careful.leftAlone().stream().map(ObjectName::toString))
                .containsExactly(
                        "table legacy",
                        "sequence legacy_seq",
                        "column users.name",
                        "index ix_users_name of users",
                        "constraint ck_users_name of users",
                        "constraint uq_users_email of users");
        assertThat(dropping.leftAlone()).isEmpty();
        assertThat(describe(dropping.operations()))
                .containsExactly(
                        "alter table users: drop unique constraint uq_users_email of users, drop column users.name",
                        "drop table legacy",
                        "drop sequence legacy_seq");
        assertThat(dropping.differences().stream().filter(each -> each.loss().isPresent()))
                .extracting(each -> each + ": " + each.loss().orElseThrow())
                .containsExactly("drop table legacy: its rows are lost", "drop column users.name: its values are lost");
    }

    @Test
    void aNewColumnThatMustNotBeNullIsFilledBetween() {
        SchemaModel actual = schema(users(ID));
        SchemaModel desired = schema(users(ID, EMAIL));
        DiffPolicy filled = DiffPolicy.USUAL.withRows(USERS::equals, Fills.parse("users.email=lower(name) || '@x'"));

        SchemaDiff diff = diff(POSTGRESQL, filled, actual, desired);

        assertThat(describe(diff.operations()))
                .containsExactly("add column users.email", "update rows of users", "alter column users.email");
        assertThat(describe(diff.wayBack().orElseThrow())).containsExactly("drop column users.email");
    }

    @Test
    void aValueThatSomebodyNamedIsTakenWhereTheTableHasNoRowsHere() {
        DiffPolicy filled = DiffPolicy.USUAL.withRows(table -> false, Fills.parse("users.email=lower(name) || '@x'"));

        assertThat(describe(diff(POSTGRESQL, filled, schema(users(ID)), schema(users(ID, EMAIL)))
                        .operations()))
                .containsExactly("add column users.email", "update rows of users", "alter column users.email");
    }

    @Test
    void aColumnWithoutAValueForRowsIsToldWithWhetherThereAreAny() {
        SchemaModel actual = schema(users(ID), Table.of(TableName.parse("people"), List.of(ID)));
        SchemaModel desired = schema(users(ID, EMAIL), Table.of(TableName.parse("persons"), List.of(ID, EMAIL, NAME)));
        DiffPolicy policy = DiffPolicy.USUAL
                .withRenames(Renames.parse("people>persons"))
                .withRows(table -> table.name().equals("people"), Fills.parse("persons.name=''"));

        assertThat(diff(POSTGRESQL, policy, actual, desired).unfilled())
                .extracting(SchemaDiff.Unfilled::toString)
                .containsExactly(
                        "column persons.email, whose table has rows", "column users.email, for an empty table only");
    }

    @Test
    void aColumnThatMustNotBeNullFromNowOnIsToldByWhetherItsRowsHaveValues() {
        SchemaModel actual =
                schema(users(ID, NAME.withNullable(true), EMAIL.withName("mail").withNullable(true)));
        SchemaModel desired = schema(users(ID, NAME.withNullable(false), EMAIL));
        PresentRows withoutMail = new PresentRows() {
            @Override
            public boolean in(TableName table) {
                return true;
            }

            @Override
            public boolean without(TableName table, String column) {
                return column.equals("mail");
            }
        };
        DiffPolicy policy =
                DiffPolicy.USUAL.withRenames(Renames.parse("users.mail>email")).withRows(withoutMail, Map.of());

        assertThat(diff(POSTGRESQL, policy, actual, desired).unfilled())
                .extracting(SchemaDiff.Unfilled::toString)
                .containsExactly(
                        "column users.name, only where every row has a value",
                        "column users.email, and rows are there without a value");
        assertThat(diff(
                                POSTGRESQL,
                                policy.withRows(withoutMail, Fills.parse("users.name=''; users.email='x'")),
                                actual,
                                desired)
                        .unfilled())
                .isEmpty();
    }

    @Test
    void theWayBackToNotNullFillsWhatCameMeanwhile() {
        DiffPolicy filled = DiffPolicy.USUAL.withRows(PresentRows.NONE, Fills.parse("users.name='?'"));
        SchemaModel actual = schema(users(ID, NAME.withNullable(false)));
        SchemaModel desired = schema(users(ID, NAME.withNullable(true)));

        assertThat(describe(diff(POSTGRESQL, filled, actual, desired).wayBack().orElseThrow()))
                .containsExactly("update rows of users", "alter column users.name");
    }

    @Test
    void renamesAreProposedAndNeverGuessed() {
        SchemaModel actual = schema(users(ID, NAME), Table.of(TableName.parse("people"), List.of(ID, NAME, EMAIL)));
        SchemaModel desired = schema(
                users(ID, NAME.withName("full_name")), Table.of(TableName.parse("persons"), List.of(ID, NAME, EMAIL)));

        SchemaDiff diff = diff(POSTGRESQL, DROPPING, actual, desired);
        SchemaDiff taken = diff(
                POSTGRESQL, DROPPING.withRenames(Renames.parse(String.join(",", diff.proposals()))), actual, desired);

        assertThat(diff.proposals()).containsExactly("people>persons", "users.name>full_name");
        assertThat(describe(diff.operations()))
                .containsExactly(
                        "create table persons",
                        "alter table users: add column users.full_name, drop column users.name",
                        "drop table people");
        assertThat(taken.differences().stream().map(SchemaDifference::toString))
                .containsExactly(
                        "rename table people: should be persons", "rename column users.name: should be full_name");
        assertThat(describe(taken.operations()))
                .containsExactly("rename table people to persons", "rename column users.name to full_name");
    }

    @Test
    void aRenameThatWasMadeIsNoLongerOne() {
        SchemaModel there = schema(users(ID, NAME.withName("full_name")));

        SchemaDiff diff = diff(POSTGRESQL, DROPPING.withRenames(Renames.parse("users.name>full_name")), there, there);

        assertThat(diff.isEmpty()).isTrue();
    }

    @Test
    void whatGetsTwoNamesAtOnceIsRefusedThoughTheSecondIsThereAlready() {
        SchemaModel actual = schema(users(ID, NAME, EMAIL));
        DiffPolicy twice = DiffPolicy.USUAL.withRenames(Renames.parse("users.name>full_name, users.name>email"));

        assertThatThrownBy(() -> diff(POSTGRESQL, twice, actual, actual))
                .hasMessageContaining("users")
                .hasMessageContaining("column name")
                .hasMessageContaining("where: migrate.renames");
    }

    @Test
    void aNameIsGivenUpBeforeAnotherThingTakesIt() {
        SchemaModel actual = schema(users(ID, NAME.withName("a"), NAME.withName("b")), table("one"), table("two"));
        SchemaModel desired = schema(users(ID, NAME.withName("b"), NAME.withName("c")), table("two"), table("three"));
        DiffPolicy policy = DROPPING.withRenames(Renames.parse("one>two, two>three, users.a>b, users.b>c"));

        SchemaDiff diff = diff(H2, policy, actual, desired);

        assertThat(describe(diff.operations()).subList(0, 4))
                .containsExactly(
                        "rename table two to three",
                        "rename table one to two",
                        "rename column users.b to c",
                        "rename column users.a to b");
        assertThat(diff(H2, policy, desired, desired).isEmpty()).isTrue();
    }

    static Stream<Arguments> reportedSql() {
        return Stream.of(
                Arguments.of(H2, "\"%S\" <> 'name'"),
                Arguments.of(POSTGRESQL, "(%s)::text <> 'name'::text"),
                Arguments.of(rules("sqlite:3.50.0"), "%s <> 'name'"));
    }

    /** Databases rewrite what they keep as SQL, each in its own words. */
    @ParameterizedTest
    @MethodSource("reportedSql")
    void sqlFollowsAColumnThatGetsAnotherName(DatabaseRules rules, String words) {
        DiffPolicy policy = DROPPING.withRenames(Renames.parse("users.name>full_name"));

        SchemaDiff diff = diff(
                rules,
                policy,
                schema(wording(NAME, words.formatted("name"))),
                schema(wording(NAME.withName("full_name"), words.formatted("full_name"))));

        assertThat(describe(diff.operations())).containsExactly("rename column users.name to full_name");
    }

    /** What changes besides is taken back while the column still has its new name. */
    @ParameterizedTest
    @MethodSource("reportedSql")
    void sqlOnTheWayBackNamesAColumnAsItIsCalledThen(DatabaseRules rules, String words) {
        DiffPolicy policy = DROPPING.withRenames(Renames.parse("users.name>full_name"));
        String renamed = words.formatted("full_name");

        SchemaDiff diff = diff(
                rules,
                policy,
                schema(wording(NAME, words.formatted("name"))),
                schema(wording(NAME.withName("full_name"), renamed.replace("'name'", "'x'"))));

        assertThat(diff.wayBack().orElseThrow().stream()
                        .flatMap(operation -> operation instanceof AlterTable several
                                ? several.changes().stream()
                                : Stream.of(operation))
                        .filter(AddConstraint.class::isInstance)
                        .map(add -> ((CheckConstraint) ((AddConstraint) add).constraint()).condition()))
                .singleElement(as(STRING))
                .containsIgnoringCase("full_name")
                .contains("'name'");
    }

    private static Table wording(Column column, String condition) {
        return users(ID, column)
                .with(new CheckConstraint("ck_users_name", condition))
                .with(Index.of("ix_users_name", List.of(Index.Part.column("id")), false, Optional.of(condition)));
    }

    @Test
    void namesThatChangePlacesAreRefused() {
        SchemaModel there = schema(users(ID, NAME, EMAIL), table("one"), table("two"));
        DiffPolicy columns = DROPPING.withRenames(Renames.parse("users.name>email, users.email>name"));
        DiffPolicy tables = DROPPING.withRenames(Renames.parse("one>two, two>one"));

        assertThatThrownBy(() -> diff(POSTGRESQL, columns, there, there)).hasMessage("""
                        [bad-parameter] column users.email and column users.name are to change places, and nobody could \
                        tell afterwards that they have
                          where: migrate.renames
                          next:  rename them in a migration of your own, through a third name: mvn migrate:revision without \
                        autogenerate""");
        assertThatThrownBy(() -> diff(POSTGRESQL, tables, there, there))
                .hasMessageStartingWith("[bad-parameter] table one and table two are to change places");
    }

    @Test
    void aValueThatNoRowGetsIsTold() {
        Column added =
                EMAIL.withDefault(Optional.of(new DefaultValue.Text("none"))).withName("mail");
        SchemaModel actual = schema(users(ID, EMAIL, NAME));
        SchemaModel desired = schema(users(ID, NAME.withNullable(false), added));
        DiffPolicy policy = DROPPING.withRows(
                table -> false, Fills.parse("USERS.name='x'; users.email='back'; users.mail='y'; users.nmae='z'"));

        assertThat(diff(H2, policy, actual, desired).unused())
                .extracting(ObjectName::toString)
                .containsExactly("column users.mail", "column users.nmae");
    }

    @Test
    void aTypeThatGrowsGetsItsOldWordsBackAtOnce() {
        EnumType mood = EnumType.of(TableName.parse("mood"), List.of("good"));
        SchemaModel actual = schema().with(mood);
        SchemaModel desired = schema().with(mood.withValues(List.of("bad", "good", "best")));

        SchemaDiff diff = diff(POSTGRESQL, DROPPING, actual, desired);

        assertThat(describe(diff.operations()))
                .containsExactly("add value 'bad' to type mood", "add value 'best' to type mood");
        assertThat(diff.wayBack().orElseThrow()).containsExactly(new SetEnumValues(mood.name(), mood.values()));
    }

    @Test
    void aViewThatShowsATypeGoesWhileTheTypeIsMadeAnew() {
        EnumType mood = EnumType.of(TableName.parse("mood"), List.of("good", "bad"));
        Table people = users(ID, Column.of("mood", new ColumnType.Named(mood.name(), false)));
        SchemaModel less = schema(people)
                .with(mood)
                .withViews(List.of(View.of(TableName.parse("moods"), "SELECT mood FROM users")));
        SchemaModel more = schema(people).with(mood.withValues(List.of("good", "bad", "best")));

        SchemaDiff grows = diff(POSTGRESQL, DROPPING, less, more);
        SchemaDiff shrinks = diff(POSTGRESQL, DROPPING, more.withViews(less.views()), less.withViews(List.of()));

        List<String> anew = List.of("drop view moods", "set the values of type mood", "create view moods");
        assertThat(describe(grows.operations())).containsExactly("add value 'best' to type mood");
        assertThat(describe(grows.wayBack().orElseThrow())).isEqualTo(anew);
        assertThat(describe(shrinks.operations())).isEqualTo(anew);
        assertThat(describe(shrinks.wayBack().orElseThrow())).isEqualTo(anew);
    }

    private static List<String> inTheWay(DatabaseRules rules, DiffPolicy policy, View view, Table wanted) {
        SchemaModel actual = schema(users(ID, NAME, EMAIL)).withViews(List.of(view));
        return diff(rules, policy, actual, schema(wanted)).inTheWay().stream()
                .map(ViewInTheWay::advice)
                .toList();
    }

    @Test
    void aViewThatNobodyKnowsHowToTakeAwayAndBringBackIsTold() {
        TableName name = TableName.parse("user_names");
        View view = View.of(name, " SELECT users.name\n   FROM users;");
        View kept = new View(name, view.query(), true, Optional.empty());
        Column other = NAME.withType(new ColumnType.Text());
        DiffPolicy renaming = DiffPolicy.USUAL.withRenames(Renames.parse("users.name>full_name"));
        String becomes =
                "view user_names shows column users.name, which gets another type, and the database refuses that as"
                        + " long as the view is there: drop it before, and make it again after";

        assertThat(inTheWay(POSTGRESQL, DiffPolicy.USUAL, view, users(ID, other, EMAIL)))
                .as("goes and comes back by itself")
                .isEmpty();
        assertThat(inTheWay(POSTGRESQL, DiffPolicy.USUAL, kept, users(ID, other, EMAIL)))
                .containsExactly("materialized " + becomes + ", its indexes too");
        assertThat(inTheWay(POSTGRESQL, renaming, view, users(ID, other.withName("full_name"), EMAIL)))
                .containsExactly(becomes);
        assertThat(inTheWay(POSTGRESQL, DROPPING, view, users(ID, EMAIL)))
                .containsExactly(
                        "view user_names shows column users.name, which is dropped, and the database refuses that as"
                                + " long as the view is there: drop it before, and make it anew without that after");
        assertThat(inTheWay(POSTGRESQL, DROPPING, view, users(ID, NAME))).isEmpty();
        assertThat(inTheWay(MARIADB, DROPPING, view, users(ID, EMAIL))).isEmpty();
    }

    @Test
    void aColumnThatGoesAgainIsNotChangedBefore() {
        DiffPolicy policy = DROPPING.withRows(table -> false, Fills.parse("users.email='x'"));

        SchemaDiff diff = diff(H2, policy, schema(users(ID, NAME)), schema(users(ID, NAME.withNullable(false), EMAIL)));

        assertThat(describe(diff.wayBack().orElseThrow()))
                .containsExactly("alter column users.name", "drop column users.email");
    }

    @Test
    void aSemicolonWithinTheQuotesOfAValueBelongsToIt() {
        assertThat(Fills.parse("users.email='a;b''; c=d' || \"x;\"; users.it's=0")
                        .values())
                .containsExactly("'a;b''; c=d' || \"x;\"", "0");
        assertThatThrownBy(() -> Fills.parse("users.email='a; users.age=0")).hasMessage("""
                        [bad-parameter] "users.email='a; users.age=0" opens a quote and does not close it
                          where: migrate.fill
                          next:  write the value as SQL has it: 'a text', and '' for an apostrophe within one""");
    }

    /** It would take what comes behind it along: the condition that only rows without a value get one. */
    @Test
    void aValueThatReachesBeyondItselfIsRefused() {
        assertThatThrownBy(() -> Fills.parse("users.email='a--b' || lower(name) -- as agreed"))
                .hasMessage("""
                        [bad-parameter] "users.email='a--b' || lower(name) -- as agreed" has a comment in it
                          where: migrate.fill
                          next:  leave the comment out""");
        assertThatThrownBy(() -> Fills.parse("users.age=1 /* for now; */"))
                .hasMessageStartingWith("[bad-parameter] \"users.age=1 /* for now; */\" has a comment in it");
        assertThatThrownBy(() -> Fills.parse("users.age=coalesce(age, ')'; users.email=''"))
                .hasMessage("""
                        [bad-parameter] "users.age=coalesce(age, ')'" has parentheses that do not match
                          where: migrate.fill
                          next:  write the value as SQL has it""");
        assertThatThrownBy(() -> Fills.parse("users.age=0) + (1"))
                .hasMessageStartingWith("[bad-parameter] \"users.age=0) + (1\" has parentheses that do not match");
    }

    @Test
    void whatIsFilteredOutIsNotLookedAt() {
        SchemaModel actual = schema(
                users(ID),
                Table.of(TableName.parse("audit_log"), List.of(ID)),
                Table.of(TableName.parse("qrtz_jobs"), List.of(ID)));
        SchemaModel desired = schema(users(ID, NAME), Table.of(TableName.parse("audit_new"), List.of(ID)));

        SchemaDiff diff = diff(H2, DROPPING.withIncludes(Tables.parse("", "AUDIT_*, qrtz_*")), actual, desired);
        SchemaDiff other = diff(H2, DROPPING.withIncludes(Tables.parse("audit_*", "*_new")), actual, desired);

        assertThat(describe(diff.operations())).containsExactly("add column users.name");
        assertThat(describe(other.operations())).containsExactly("drop table audit_log");
    }

    @Test
    void aDefaultOfNullIsNone() {
        Column nothing = NAME.withDefault(Optional.of(new DefaultValue.Expression("NULL")));

        assertThat(diff(H2, DROPPING, schema(users(ID, nothing)), schema(users(ID, NAME)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatNoRowCanBeWithoutIsToldWhenItIsLeftAlone() {
        Column stamp = EMAIL.withName("stamp").withDefault(Optional.of(new DefaultValue.Text("none")));
        SchemaModel actual = schema(users(ID, EMAIL, NAME, stamp));

        assertThat(diff(H2, DiffPolicy.USUAL, actual, schema(users(ID))).mandatory())
                .containsExactly(ObjectName.of(ObjectName.Kind.COLUMN, USERS, "email"));
        assertThat(diff(H2, DROPPING, actual, schema(users(ID))).mandatory()).isEmpty();
    }

    @Test
    void migratesOwnTablesAreNeverLookedAt() {
        SchemaModel actual = schema(
                users(ID),
                Table.of(TableName.parse("migrate_version"), List.of(ID)),
                Table.of(TableName.parse("migrate_history"), List.of(ID)),
                Table.of(TableName.parse("heads"), List.of(ID)));
        DatabaseRules rules = new DialectRules(Dialects.offline("h2:2.4.240"), List.of("heads"));

        SchemaDiff diff = diff(rules, DROPPING, actual, schema(users(ID)));

        assertThat(diff)
                .isEqualTo(new SchemaDiff(
                        List.of(),
                        List.of(),
                        Optional.of(List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void anEntityOfAViewIsNothingToCreate() {
        SchemaModel actual =
                schema(users(ID)).withViews(List.of(View.of(TableName.parse("user_names"), "SELECT name FROM users")));
        SchemaModel desired = schema(users(ID), Table.of(TableName.parse("user_names"), List.of(NAME)));

        assertThat(diff(H2, DROPPING, actual, desired).isEmpty()).isTrue();
    }

    @Test
    void namesThatNobodyGaveAreNoDifference() {
        SchemaModel actual = schema(users(ID, EMAIL, NAME)
                .with(new UniqueConstraint("uk6dotkott2kjsp8vw4d0m25fb7", List.of("email")))
                .with(new PrimaryKey("users_pkey", List.of("id")))
                .with(new CheckConstraint("users_name_check", "name in ('a')")));
        SchemaModel desired = schema(users(ID, EMAIL, NAME)
                .with(new UniqueConstraint("uq_users_email", List.of("email")))
                .with(new PrimaryKey("pk_users", List.of("id")))
                .with(new CheckConstraint("ck_users_name", "name in ('a', 'b')")));
        Map<ObjectName, String> unnamed = Map.of(
                ObjectName.of(ObjectName.Kind.CONSTRAINT, USERS, "uq_users_email"), "uk_of_the_model",
                ObjectName.of(ObjectName.Kind.CONSTRAINT, USERS, "ck_users_name"), "",
                ObjectName.primaryKey(USERS), "");

        SchemaDiff diff =
                new SchemaDiffer(POSTGRESQL, DiffPolicy.USUAL).diff(actual, new DesiredSchema(desired, unnamed));

        assertThat(describe(diff.operations()))
                .containsExactly(
                        "alter table users: drop check users_name_check of users, add constraint ck_users_name to"
                                + " users");
    }

    @Test
    void aReferenceThatLeadsElsewhereIsTheSameReference() {
        SchemaModel actual =
                schema(users(ID, NAME).with(key("fk_of_the_database", "teams")), table("teams"), table("groups"));
        SchemaModel desired =
                schema(users(ID, NAME).with(key("fk_of_the_model", "groups")), table("teams"), table("groups"));

        SchemaDiff diff = diff(H2, DiffPolicy.USUAL, actual, desired);

        assertThat(describe(diff.operations()))
                .containsExactly(
                        "drop foreign key fk_of_the_database of users", "add constraint fk_of_the_model to users");
    }

    @Test
    void aTableBeginsWithItsRows() {
        Table numbers =
                Table.of(TableName.parse("users_seq"), List.of(Column.of("next_val", new ColumnType.IntegerType(64))));
        InsertRows first = new InsertRows(numbers.name(), List.of("next_val"), List.of(List.of(1L)));

        SchemaDiff diff = new SchemaDiffer(MARIADB, DiffPolicy.USUAL)
                .diff(SchemaModel.empty(), new DesiredSchema(schema(numbers), Map.of(), List.of(first)));

        assertThat(describe(diff.operations()))
                .containsExactly("create table users_seq", "insert 1 row into users_seq");
        assertThat(describe(diff.wayBack().orElseThrow())).containsExactly("drop table users_seq");
    }

    @Test
    void columnsOfMariaDbAreTheSameInAnyCase() {
        SchemaModel actual = schema(users(ID, NAME.withName("fullname")));
        SchemaModel desired = schema(users(ID, NAME.withName("fullName")));

        assertThat(diff(MARIADB, DROPPING, actual, desired).isEmpty()).isTrue();
        assertThat(diff(POSTGRESQL, DROPPING, actual, desired).differences()).hasSize(2);
    }

    @Test
    void aComparatorOfTheProjectTakesTypesForTheSame() {
        SchemaModel actual = schema(
                users(ID.withType(new ColumnType.IntegerType(32)).withIdentity(Optional.of(Identity.BY_DEFAULT))));
        SchemaModel desired = schema(users(ID.withIdentity(Optional.of(Identity.BY_DEFAULT))));
        DiffPolicy lenient = DROPPING.withComparators(
                (column, is, should) -> column.toString().equals("column users.id"), (column, is, should) -> false);

        assertThat(diff(H2, DROPPING, actual, desired).differences()).hasSize(1);
        assertThat(diff(H2, lenient, actual, desired).differences()).isEmpty();
    }

    @Test
    void renamesAndValuesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> Fills.parse("users.age=…"))
                .hasMessageContaining("[bad-parameter] \"users.age=…\" still has the dots of the proposal");
        assertThatThrownBy(() -> Renames.parse("users.name")).hasMessage("""
                        [bad-parameter] "users.name" is no rename
                          where: migrate.renames
                          next:  write table.column>new_name for a column, table>new_name for a table, with commas between""");
        assertThatThrownBy(() -> Fills.parse("email=''")).hasMessage("""
                        [bad-parameter] "email=''" does not say which column gets what
                          where: migrate.fill
                          next:  write table.column=SQL, with semicolons between""");
    }

    private static SchemaDiff diff(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, SchemaModel desired) {
        return new SchemaDiffer(rules, policy).diff(actual, DesiredSchema.of(desired));
    }

    private static List<String> describe(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    private static SchemaModel schema(Table... tables) {
        return SchemaModel.of(List.of(tables));
    }

    private static Table users(Column... columns) {
        return Table.of(USERS, List.of(columns));
    }

    private static Table table(String name) {
        return Table.of(TableName.parse(name), List.of(ID)).with(new PrimaryKey("pk_" + name, List.of("id")));
    }

    private static ForeignKey key(String name, String references) {
        return new ForeignKey(
                name,
                List.of("name"),
                TableName.parse(references),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }
}
