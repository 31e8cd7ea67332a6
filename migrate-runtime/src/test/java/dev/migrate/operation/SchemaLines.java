package dev.migrate.operation;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A schema model as text, one line for each part, so that a failed comparison shows the one that differs. */
public final class SchemaLines {

    private SchemaLines() {}

    public static String of(SchemaModel model) {
        List<String> lines = new ArrayList<>();
        for (Table table : model.tables()) {
            lines.add(table.name()
                    + (table.options().isEmpty() ? "" : " " + table.options())
                    + table.comment().map(comment -> " -- " + comment).orElse(""));
            table.columns().forEach(column -> lines.add("  " + column));
            table.constraints().forEach(constraint -> lines.add("  " + constraint));
            table.indexes().forEach(index -> lines.add("  " + index));
        }
        model.sequences().forEach(sequence -> lines.add(sequence.toString()));
        model.enumTypes().forEach(type -> lines.add(type.toString()));
        model.views().forEach(view -> lines.add(view.toString()));
        return String.join("\n", lines)
                .replaceAll("\\w+=(?:Optional(?:Int)?\\.empty|false|\\[])(?:, )?", "")
                .replace(", ]", "]");
    }
}
