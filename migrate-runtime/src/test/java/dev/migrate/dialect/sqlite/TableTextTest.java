package dev.migrate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions as people and tools write them. */
class TableTextTest {

    private static final TableName T = TableName.parse("t");
    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    private static Table read(String sql) {
        return TableText.read(T, sql);
    }

    private static Table table(List<Column> columns) {
        return Table.of(T, columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a b\" INTEGER|a b",
                "`a``b` INTEGER|a`b",
                "[a\"b] INTEGER|a\"b",
                "'a''b' INTEGER|a'b",
                "\"a\"\"b\" INTEGER|a\"b",
                "ünï$1 INTEGER|ünï$1",
                "\"select\" INTEGER|select",
                "key INTEGER|key",
                "\"--a\" INTEGER|--a",
                "\"/*a\" INTEGER|/*a"
            })
    void aNameIsReadInWhateverQuotes(String definition, String name) {
        assertThat(read("CREATE TABLE t (" + definition + ")")).isEqualTo(table(List.of(Column.of(name, INTEGER))));
    }

    @Test
    void aCommentIsPassedOver() {
        assertThat(read("CREATE/**/TABLE t -- (\n(-- a, comment (\n a /* and, ')' */ INTEGER /* ' */) -- end"))
                .isEqualTo(table(List.of(Column.of("a", INTEGER))));
    }

    @Test
    void everythingAboutAColumnIsRead() {
        Table read = read("""
                CREATE TABLE "main"."t" (
                  id integer CONSTRAINT "the key" PRIMARY KEY ASC AUTOINCREMENT,
                  a VARCHAR(20) NOT NULL DEFAULT 'it''s (a, b)' COLLATE NOCASE UNIQUE,
                  b decimal ( 10 , 2 ) DEFAULT -1.50 CONSTRAINT positive CHECK (b > (0) AND b <> ')') NULL,
                  c DEFAULT CURRENT_TIMESTAMP,
                  d BOOLEAN DEFAULT (1 + (2)) REFERENCES other (x) ON UPDATE SET NULL ON DELETE NO ACTION,
                  e TEXT GENERATED ALWAYS AS (a || ',') STORED,
                  f INT AS (1),
                  g VARCHAR DEFAULT word,
                  h BIGINT DEFAULT NULL,
                  i BLOB DEFAULT x'00ff',
                  j REAL DEFAULT +1e3
                )""");

        assertThat(read.columns())
                .containsExactly(
                        Column.of("id", new ColumnType.IntegerType(64)).withIdentity(Optional.of(Identity.BY_DEFAULT)),
                        Column.of("a", new ColumnType.VarChar(20))
                                .withNullable(false)
                                .withDefault(Optional.of(new DefaultValue.Text("it's (a, b)")))
                                .withCollation(Optional.of("NOCASE")),
                        Column.of("b", new ColumnType.Decimal(10, 2))
                                .withDefault(Optional.of(new DefaultValue.Numeric(new BigDecimal("-1.5")))),
                        Column.of("c", new ColumnType.Blob()).withDefault(Optional.of(new DefaultValue.Now())),
                        Column.of("d", new ColumnType.Bool())
                                .withDefault(Optional.of(new DefaultValue.Expression("1 + (2)"))),
                        Column.of("e", new ColumnType.Text())
                                .withGenerated(Optional.of(new Generated("a || ','", true))),
                        Column.of("f", new ColumnType.Raw("INT")).withGenerated(Optional.of(new Generated("1", false))),
                        Column.of("g", new ColumnType.Raw("VARCHAR"))
                                .withDefault(Optional.of(new DefaultValue.Text("word"))),
                        Column.of("h", new ColumnType.IntegerType(64)),
                        Column.of("i", new ColumnType.Blob())
                                .withDefault(Optional.of(new DefaultValue.Expression("x'00ff'"))),
                        Column.of("j", new ColumnType.Floating(32))
                                .withDefault(Optional.of(new DefaultValue.Expression("+1e3"))));
        assertThat(read.constraints())
                .containsExactly(
                        new PrimaryKey("the key", List.of("id")),
                        new UniqueConstraint("uq_t_a", List.of("a")),
                        new ForeignKey(
                                "fk_t_d_other",
                                List.of("d"),
                                TableName.parse("other"),
                                List.of("x"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.SET_NULL),
                        new CheckConstraint("positive", "b > (0) AND b <> ')'"));
        assertThat(read.options()).isEmpty();
    }

    @Test
    void everythingAboutATableIsRead() {
        Table read = read("CREATE TABLE t (A INTEGER, b TEXT, C TEXT, PRIMARY KEY (a, B) ON CONFLICT IGNORE"
                + " CONSTRAINT \"u q\" UNIQUE (c) ON CONFLICT REPLACE, UNIQUE (c, b), CHECK (a > 0), CHECK (b <> ''),"
                + " FOREIGN KEY (c) REFERENCES p DEFERRABLE INITIALLY DEFERRED,"
                + " FOREIGN KEY (c, b) REFERENCES p (x, y) MATCH FULL ON DELETE SET DEFAULT) STRICT, WITHOUT ROWID");

        assertThat(read.constraints())
                .containsExactly(
                        new PrimaryKey("pk_t", List.of("A", "b")),
                        new UniqueConstraint("u q", List.of("C")),
                        new UniqueConstraint("uq_t_C_b", List.of("C", "b")),
                        new ForeignKey(
                                "fk_t_C_b_p",
                                List.of("C", "b"),
                                TableName.parse("p"),
                                List.of("x", "y"),
                                ReferentialAction.SET_DEFAULT,
                                ReferentialAction.NO_ACTION),
                        new ForeignKey(
                                        "fk_t_C_p",
                                        List.of("C"),
                                        TableName.parse("p"),
                                        List.of(),
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.NO_ACTION)
                                .withDeferral(Optional.of(Deferral.DEFERRED)),
                        new CheckConstraint("ck_t_1", "a > 0"),
                        new CheckConstraint("ck_t_2", "b <> ''"));
        assertThat(read.options())
                .isEqualTo(Map.of(
                        "behind fk_t_C_b_p", "MATCH FULL",
                        "behind pk_t", "ON CONFLICT IGNORE",
                        "behind u q", "ON CONFLICT REPLACE",
                        "strict", "true",
                        "without_rowid", "true"));
    }

    @Test
    void whatARebuildWouldLoseIsNoted() {
        Table read = read("CREATE TABLE t (a TEXT NOT NULL ON CONFLICT FAIL, b TEXT,"
                + " PRIMARY KEY (a DESC), UNIQUE (b COLLATE NOCASE))");

        assertThat(read.options())
                .isEqualTo(Map.of(
                        "lost by a rebuild",
                        "NOT NULL ON CONFLICT FAIL of column a, DESC in its primary key,"
                                + " COLLATE NOCASE in a unique constraint"));
    }

    @Test
    void aNumberedKeyOfTheTableIsRead() {
        Table read = read("CREATE TABLE t (\"id\" INTEGER NOT NULL, PRIMARY KEY(\"id\" AUTOINCREMENT))");

        assertThat(read.columns())
                .containsExactly(Column.of("id", new ColumnType.IntegerType(64))
                        .withNullable(false)
                        .withIdentity(Optional.of(Identity.BY_DEFAULT)));
    }

    @Test
    void twoConstraintsWithoutANameGetTwoNames() {
        Table read = read("CREATE TABLE t (a TEXT UNIQUE REFERENCES p REFERENCES p, UNIQUE (a))");

        assertThat(read.constraints().stream().map(constraint -> constraint.name()))
                .containsExactly("uq_t_a", "uq_t_a_2", "fk_t_a_p", "fk_t_a_p_2");
    }

    @Test
    void aTextWithACheckOfItsValuesIsAnEnumeration() {
        Table read = read("CREATE TABLE t (mood VARCHAR(3) DEFAULT 'sad'"
                + " CONSTRAINT ck_x_y_enum CHECK (`MOOD` IN ('sad', 'o''k')), n VARCHAR(3) CHECK (n IN ('a')))");

        assertThat(read.columns())
                .containsExactly(
                        Column.of("mood", new ColumnType.EnumOf(List.of("sad", "o'k")))
                                .withDefault(Optional.of(new DefaultValue.Text("sad"))),
                        Column.of("n", new ColumnType.VarChar(3)));
        assertThat(read.checks()).containsExactly(new CheckConstraint("ck_t_2", "n IN ('a')"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood VARCHAR(3), CONSTRAINT ck_t_mood_enum CHECK (mood IN ('sad', 'ok'))",
                "mood VARCHAR(20) CONSTRAINT ck_t_mood_enum CHECK (mood IN ('sad', 'ok'))",
                "mood VARCHAR(3) CONSTRAINT mood_enum CHECK (mood IN ('sad', 'ok'))",
                "mood TEXT CONSTRAINT ck_t_mood_enum CHECK (mood IN ('sad', 'ok'))",
                "mood VARCHAR(3) CONSTRAINT ck_t_mood_enum CHECK (mood NOT IN ('sad', 'ok'))",
                "other INT CONSTRAINT ck_t_mood_enum CHECK (mood IN ('sad', 'ok')), mood VARCHAR(3)",
            })
    void aCheckThatIsNotWrittenAsThatOfAnEnumerationIsSomebodysOwn(String elements) {
        Table read = read("CREATE TABLE t (" + elements + ")");

        assertThat(read.checks()).hasSize(1);
        assertThat(read.column("mood").type()).isNotInstanceOf(ColumnType.EnumOf.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT|INTEGER", "numeric(10,2)|DECIMAL(10, 2)", "NUMERIC(7)|DECIMAL(7, 0)", "bool|BOOLEAN",
                "uuid|UUID TEXT", "Geo  Thing(1)|GEO THING(1)", "TIME(9)|TIME(9)", "VARCHAR(0)|VARCHAR(0)"
            })
    void anotherToolsTypeStaysAsItIsAndIsComparedAsItsEqual(String declared, String same) {
        ColumnType read = SqliteTypes.read(declared);

        assertThat(read).isEqualTo(new ColumnType.Raw(declared));
        assertThat(SqliteTypes.comparable(read))
                .isEqualTo(SqliteTypes.comparable(SqliteTypes.read(same)))
                .isEqualTo(SqliteTypes.comparable(SqliteTypes.comparable(read)));
    }

    @Test
    void whatCannotBeReadIsToldWithItsText() {
        assertThatThrownBy(() -> read("CREATE TABLE t (a INTEGER FANCY(1) 7)"))
                .isInstanceOfSatisfying(MigrateException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
                    assertThat(e.problem().what())
                            .isEqualTo("SQLite keeps a definition that migrate cannot read: it stops at \"7\" in"
                                    + " CREATE TABLE t (a INTEGER FANCY(1) 7)");
                });
    }

    // Indexes.

    @ParameterizedTest
    @MethodSource("indexes")
    void anIndexIsRead(String sql, Index index) {
        Table table = read("CREATE TABLE t (a TEXT, \"b c\" TEXT)");

        assertThat(IndexText.read(table, sql)).isEqualTo(index);
    }

    static Stream<Object[]> indexes() {
        Index.Part a = Index.Part.column("a");
        return Stream.of(
                new Object[] {"CREATE INDEX i ON t (a)", Index.of("i", List.of(a), false, Optional.empty())},
                new Object[] {
                    "CREATE UNIQUE INDEX IF NOT EXISTS main.[i j] ON t(\"A\" DESC,[b c] COLLATE nocase ASC)",
                    Index.of(
                            "i j",
                            List.of(
                                    a.withDescending(true),
                                    Index.Part.column("b c").withQualifier(Optional.of("COLLATE nocase"))),
                            true,
                            Optional.empty())
                },
                new Object[] {
                    "CREATE INDEX i ON t (substr(a, 1, 2) DESC, (a || ',') /* , */) WHERE a IN (')', 'x') -- b",
                    Index.of(
                            "i",
                            List.of(
                                    Index.Part.expression("substr(a, 1, 2)").withDescending(true),
                                    Index.Part.expression("a || ','")),
                            false,
                            Optional.of("a IN (')', 'x')"))
                });
    }

    // What SQLite itself says.

    @ParameterizedTest
    @MethodSource("definitions")
    void whatIsReadIsWhatThePragmasTell(String definition) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE p (x TEXT, y TEXT, PRIMARY KEY (x, y))");
            statement.execute(definition);

            Table read = new SqliteDialect(dev.migrate.dialect.ServerVersion.parse("3.45"), false)
                    .catalog()
                    .tables(connection, List.of(T))
                    .get(0);

            assertThat(columnsOf(read))
                    .isEqualTo(rows(
                            statement,
                            "SELECT name || ' ' || \"notnull\" || ' ' || hidden FROM pragma_table_xinfo('t')"));
            assertThat(read.primaryKey().map(PrimaryKey::columns).orElse(List.of()))
                    .isEqualTo(rows(statement, "SELECT name FROM pragma_table_xinfo('t') WHERE pk > 0 ORDER BY pk"));
            assertThat(read.uniques().stream()
                            .map(key -> String.join(",", key.columns()))
                            .sorted())
                    .isEqualTo(rows(statement, keysFromIndexes('u')));
            assertThat(read.foreignKeys().stream()
                            .map(key -> String.join(",", key.columns()) + " " + key.references() + " "
                                    + String.join(",", key.referencedColumns()) + " "
                                    + key.onDelete().sql() + " "
                                    + key.onUpdate().sql())
                            .sorted())
                    .isEqualTo(rows(
                            statement,
                            "SELECT f || ' ' || t || ' ' || g || ' ' || d || ' ' || u FROM (SELECT group_concat(\"from\")"
                                    + " AS f, \"table\" AS t, group_concat(coalesce(\"to\", (SELECT name FROM"
                                    + " pragma_table_xinfo(k.\"table\") WHERE pk = seq + 1))) AS g, on_delete AS d, on_update AS u"
                                    + " FROM (SELECT * FROM pragma_foreign_key_list('t') ORDER BY id, seq) AS k GROUP BY id)"
                                    + " ORDER BY 1"));
        }
    }

    private static String keysFromIndexes(char origin) {
        return "SELECT c FROM (SELECT group_concat(name) AS c FROM (SELECT l.seq AS s, i.seqno, i.name FROM"
                + " pragma_index_list('t') AS l, pragma_index_info(l.name) AS i WHERE l.origin = '" + origin
                + "' ORDER BY l.seq, i.seqno) GROUP BY s) ORDER BY 1";
    }

    private static List<String> columnsOf(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + (column.nullable() ? 0 : 1) + " "
                        + column.generated()
                                .map(generated -> generated.stored() ? 3 : 2)
                                .orElse(0))
                .toList();
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    static Stream<String> definitions() {
        return Stream.of(
                "CREATE TABLE t(a,b,c)",
                "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, b TEXT UNIQUE, c TEXT NOT NULL)",
                "CREATE TABLE \"t\" ([a b] \"double\" 'precision' (1,2) NOT NULL, \"c,d\" TEXT, PRIMARY KEY(\"c,d\",[a b]))",
                "CREATE TABLE t (a TEXT CONSTRAINT x CONSTRAINT y NOT NULL, b CONSTRAINT z)",
                "CREATE TABLE t (a TEXT REFERENCES p(x) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED NOT NULL)",
                "CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES p ON UPDATE RESTRICT UNIQUE (b, a) CHECK (a <> b))",
                "CREATE TABLE t (a INT, b AS (a + 1), c INT GENERATED ALWAYS AS (a * (2)) STORED NOT NULL)",
                "CREATE TABLE t (a NOT NULL DEFAULT 'x' CHECK (a IN ('(', ')')), b DEFAULT -1 NULL, c DEFAULT (abs(-1)))",
                "CREATE TABLE t (a UNSIGNED BIG INT(10), b NATIVE CHARACTER(70) COLLATE RTRIM, c VARYING CHARACTER(255))",
                "CREATE TABLE t (a PRIMARY KEY ON CONFLICT ROLLBACK, b UNIQUE ON CONFLICT ABORT) WITHOUT ROWID",
                "CREATE TABLE t (a TEXT PRIMARY KEY, b ANY) STRICT",
                "CREATE TABLE t AS SELECT 1 AS a, 'x' AS \"b c\", 1.5 AS \"select\"",
                "CREATE TABLE t (if, replace TEXT, \"order\" INT, ünïcödé INT, \"中文\" TEXT, abort, key, match)");
    }
}
