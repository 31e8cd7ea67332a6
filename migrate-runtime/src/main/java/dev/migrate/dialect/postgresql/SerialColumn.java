package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code serial} column said at length, so that its sequence gets back the name and the numbers it had: the sequence
 * comes first, the column takes its default from it, and then owns it.
 */
final class SerialColumn {

    private final PostgreSqlDefinitions sql;
    private final TableName table;
    private final Column column;
    private final Optional<Numbering> numbering;

    SerialColumn(PostgreSqlDefinitions sql, TableName table, Column column) {
        this.sql = sql;
        this.table = table;
        this.column = column;
        numbering = column.numbering().filter(numbers -> numbers.sequence().isPresent());
    }

    boolean isOne() {
        return numbering.isPresent();
    }

    /** The sequence's name in SQL. */
    private String sequence(Numbering numbers) {
        return sql.name(table.sibling(numbers.sequence().orElseThrow()));
    }

    /** What comes before the column. */
    List<String> before() {
        return numbering
                .map(numbers -> List.of(Stream.of(
                                "CREATE SEQUENCE " + sequence(numbers),
                                "AS " + sql.type(column.type()),
                                AnsiDefinitions.numbers(numbers))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "))))
                .orElse(List.of());
    }

    /** The column as it is defined. */
    String definition() {
        return numbering
                .map(numbers -> sql.name(column.name()) + " " + sql.type(column.type()) + " DEFAULT nextval("
                        + sql.literal(sequence(numbers)) + ") NOT NULL")
                .orElseGet(() -> sql.definition(column));
    }

    /** What takes the numbers out of its default, and leaves the sequence to itself. */
    List<String> released() {
        return numbering
                .map(numbers -> List.of(
                        "ALTER TABLE " + sql.name(table) + " ALTER COLUMN " + sql.name(column.name()) + " DROP DEFAULT",
                        "ALTER SEQUENCE " + sequence(numbers) + " OWNED BY NONE"))
                .orElse(List.of());
    }

    /** What makes its identity go on where the sequence stands, which is no longer needed. */
    List<String> handedOn() {
        return numbering
                .map(numbers -> List.of(
                        "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(" + sql.literal(sql.name(table))
                                + ", " + sql.literal(column.name()) + "), last_value, is_called) FROM "
                                + sequence(numbers),
                        dropping(numbers)))
                .orElse(List.of());
    }

    /** What makes the sequence end where numbers of a new type do, if it ended where those of the old one did. */
    List<String> retyped(ColumnType type) {
        return numbering
                .filter(numbers -> type instanceof ColumnType.IntegerType)
                .map(numbers -> List.of("ALTER SEQUENCE " + sequence(numbers) + " AS " + sql.type(type)))
                .orElse(List.of());
    }

    /** What takes the sequence away that nothing uses any more. */
    List<String> withoutSequence() {
        return numbering.map(numbers -> List.of(dropping(numbers))).orElse(List.of());
    }

    private String dropping(Numbering numbers) {
        return "DROP SEQUENCE " + sequence(numbers);
    }

    /** What comes after it. */
    List<String> after() {
        return numbering
                .map(numbers -> List.of("ALTER SEQUENCE " + sequence(numbers) + " OWNED BY " + sql.name(table) + "."
                        + sql.name(column.name())))
                .orElse(List.of());
    }
}
