package dev.migrate.dialect;

import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table full of text that needs care. */
final class OddText {

    static final String TEXT = "it's \\ a \"\\'quoted\\\" `text` \\n %";

    static final CreateTable CREATE = new CreateTable(new Table(
            TableName.parse("odd"),
            List.of(
                    Column.of("a", new ColumnType.VarChar(80))
                            .withDefault(Optional.of(new DefaultValue.Text(TEXT)))
                            .withComment(Optional.of(TEXT)),
                    Column.of("order", new ColumnType.EnumOf(List.of("a'b", "c\"d")))
                            .withDefault(Optional.of(new DefaultValue.Text("a'b")))),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(TEXT),
            Map.of()));

    private OddText() {}
}
