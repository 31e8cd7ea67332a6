package dev.migrate.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was only said is what H2 reports, once both are in the form that can be compared. */
class H2SpellingsTest {

    private static final TableName THINGS = TableName.parse("things");

    private Connection connection;
    private Dialect h2;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        h2 = Dialects.of(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private Column reported(String definition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS things");
            statement.execute("CREATE TABLE things (a " + definition + ")");
        }
        return normal(
                h2.catalog().schema(connection, Optional.empty()).table(THINGS).column("a"));
    }

    private Column normal(Column column) {
        return h2.normalForm()
                .of(SchemaModel.of(List.of(Table.of(THINGS, List.of(column)))))
                .table(THINGS)
                .column("a");
    }

    private static Column said(String type, String expression) {
        return Column.of("a", new ColumnType.Raw(type))
                .withDefault(Optional.of(new DefaultValue.Expression(expression)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "tinytext",
                "mediumtext",
                "longtext",
                "ntext",
                "text(100)",
                "longvarchar",
                "varchar",
                "varchar(1000000000)",
                "varchar(1048577)",
                "varchar(20 characters)",
                "varchar2(20)",
                "nvarchar(20)",
                "char varying(20)",
                "character varying(20)",
                "national character varying(20)",
                "varchar_casesensitive(20)",
                "varchar_ignorecase(20)",
                "char",
                "nchar(20)",
                "clob",
                "clob(1000)",
                "nclob",
                "char large object",
                "character large object",
                "bytea",
                "raw(20)",
                "longvarbinary",
                "varbinary",
                "binary varying(20)",
                "binary",
                "blob",
                "blob(1000)",
                "tinyblob",
                "mediumblob",
                "longblob",
                "image",
                "numeric",
                "numeric(10)",
                "dec(10, 2)",
                "decimal(10,2)",
                "number(10)",
                "int",
                "int4",
                "mediumint",
                "signed",
                "int2",
                "int8",
                "tinyint",
                "bit",
                "bool",
                "float",
                "float(24)",
                "real",
                "double",
                "date",
                "time",
                "time without time zone",
                "time(3)",
                "time(9)",
                "timestamp",
                "timestamp(0) without time zone",
                "timestamp(9)",
                "timestamp with time zone",
                "timestamp(3) with time zone",
                "uuid",
                "text array",
                "integer array",
                "enum('a', 'b')",
            })
    void aTypeInAnySpelling(String spelling) throws SQLException {
        assertThat(normal(Column.of("a", new ColumnType.Raw(spelling))).type())
                .isEqualTo(reported(spelling).type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2",
                "((1 + 2) * 3)",
                "(1+2)*3",
                "-7 / 2",
                "7/2",
                "-(3)",
                "- 3",
                "2 - -3",
                "1.50 * 2",
                "2.5 - 1",
                "60 * 60 * 24",
                "3000000000 * 2",
                "10 - 20",
            })
    void aSumIsComputed(String sum) throws SQLException {
        assertThat(normal(said("bigint", sum)).defaultValue().orElseThrow()).isInstanceOf(DefaultValue.Numeric.class);
        for (String type : List.of("bigint", "numeric(20, 4)", "varchar(20)")) {
            assertThat(normal(said(type, sum)).defaultValue())
                    .as(type)
                    .isEqualTo(reported(type + " DEFAULT " + sum).defaultValue());
        }
    }

    /** As H2 computes it, or not at all. */
    @Test
    void noSumIsComputedOtherwise() throws SQLException {
        Random random = new Random(2);
        int computed = 0;
        for (int i = 0; i < 400; i++) {
            String sum = sum(random, 3);
            Optional<DefaultValue> own = normal(said("numeric(60, 20)", sum)).defaultValue();
            if (own.orElseThrow() instanceof DefaultValue.Numeric) {
                computed++;
                assertThat(own)
                        .as(sum)
                        .isEqualTo(reported("numeric(60, 20) DEFAULT " + sum).defaultValue());
            }
        }
        assertThat(computed).isGreaterThan(100);
    }

    private static String sum(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> random.nextInt(1000) + "." + random.nextInt(1000);
                case 1 -> String.valueOf(random.nextInt(100));
                default -> String.valueOf(Math.abs(random.nextInt()) * 2L);
            };
        }
        String inner = sum(random, depth - 1) + " " + "+-*/".charAt(random.nextInt(4)) + " " + sum(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "(" + inner + ")";
            case 1 -> "-(" + inner + ")";
            default -> inner;
        };
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "varchar(20)|upper('a')",
                "varchar(20)|concat('a', 'b')",
                "integer|length('abc')",
                "integer|abs(-7)",
                "boolean|1 = 1",
                "numeric(10, 2)|1.0 / 3",
                "double precision|1e0 + 1",
                "date|date '2020-01-01' + 1",
            })
    void whatItMayHaveComputedOtherwiseOnlyATrialTells(String type, String expression) throws SQLException {
        assertThat(mayHaveComputed(reported(type + " DEFAULT " + expression).defaultValue(), type, expression))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "integer|3 * 4",
                "integer|cast(rand() * 9 as integer)",
                "date|current_date",
                "timestamp|dateadd(day, 1, current_timestamp)",
                "uuid|random_uuid()",
                "varchar(20)|user()",
            })
    void whatItHasNotComputedIsADifference(String type, String expression) throws SQLException {
        reported(type + " DEFAULT " + expression); // H2 knows the words

        assertThat(mayHaveComputed(Optional.of(new DefaultValue.Text("x")), type, expression))
                .isFalse();
    }

    private boolean mayHaveComputed(Optional<DefaultValue> reported, String type, String expression) {
        return h2.normalForm()
                .mayHaveComputed(
                        reported.orElseThrow(),
                        normal(said(type, expression)).defaultValue().orElseThrow());
    }
}
