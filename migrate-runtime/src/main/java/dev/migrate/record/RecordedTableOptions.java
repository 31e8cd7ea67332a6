package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.TableOptionsSpec;
import dev.migrate.operation.Change;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.schema.TableName;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers options of one table. */
final class RecordedTableOptions implements TableOptionsSpec {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_. ]*");

    private final Map<String, Change<String>> changes = new TreeMap<>();

    SetTableOptions operation(TableName table) {
        if (changes.isEmpty()) {
            throw Checked.bad(
                    "no option of table " + table + " is named",
                    "name one, as in o -> o.engine(\"InnoDB\"), or leave the call out");
        }
        return new SetTableOptions(table, changes);
    }

    /** The options of a new table. */
    Map<String, String> stated(TableName table) {
        Map<String, String> stated = new TreeMap<>();
        changes.forEach((name, change) -> {
            if (!(change instanceof Change.Set<String> set)) {
                throw Checked.bad("table " + table + " is new, and is to reset its option " + name, "leave reset out");
            }
            stated.put(name, set.value());
        });
        return stated;
    }

    private TableOptionsSpec set(String name, String value) {
        changes.put(name, new Change.Set<>(value));
        return this;
    }

    private static String known(String name) {
        requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw Checked.bad(
                    "\"" + name + "\" is no name of an option of a table",
                    "give the name alone, as in o.option(\"row_format\", \"compressed\")");
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "collate" -> SetTableOptions.COLLATION;
            case "character set", "default character set", "default charset" -> SetTableOptions.CHARSET;
            default -> plain;
        };
    }

    @Override
    public TableOptionsSpec engine(String name) {
        return set("engine", Checked.word("engine", name));
    }

    @Override
    public TableOptionsSpec charset(String name) {
        return set(SetTableOptions.CHARSET, Checked.word("character set", name));
    }

    @Override
    public TableOptionsSpec collation(String name) {
        return set(SetTableOptions.COLLATION, Checked.word("collation", name));
    }

    @Override
    public TableOptionsSpec option(String name, Object value) {
        return set(
                known(name),
                Checked.text(
                        "value of option " + name,
                        requireNonNull(value, "value").toString()));
    }

    @Override
    public TableOptionsSpec reset(String name) {
        changes.put(known(name), new Change.Drop<>());
        return this;
    }
}
