package dev.migrate.dialect;

import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A table in SQLite's own words, with what may stand around it: indexes, triggers, views, a child, rows. */
final class RandomSqliteTable {

    private static final List<String> NAMES =
            List.of("plain", "Mixed", "order", "it's", "two words", "a.b", "quo\"te", "tick`s", "[x", "Ünï");
    private static final List<String> TYPES = List.of(
            "TEXT", "INT", "INTEGER", "VARCHAR(20)", "DECIMAL(9, 2)", "REAL", "BLOB", "", "DATE", "UNSIGNED BIG INT");
    private static final List<String> STRICT_TYPES = List.of("TEXT", "INT", "INTEGER", "ANY", "REAL");
    private static final List<String> CONFLICTS = List.of("", "", " ON CONFLICT REPLACE", " ON CONFLICT IGNORE");

    private final Random random;
    private final boolean strict;
    private final boolean numbered;
    private final String table;
    private final String first;
    private final String second;
    private final List<String> statements = new ArrayList<>();

    RandomSqliteTable(Random random) {
        this.random = random;
        strict = random.nextInt(4) == 0;
        table = any(NAMES);
        first = quoted("one " + any(NAMES));
        second = quoted("TWO " + any(NAMES));
        int key = random.nextInt(6);
        String referenced = key < 3 ? any(List.of("", " (id)", " (ID)")) : " (id)";
        numbered = key != 5;
        statements.add("CREATE TABLE child (id INTEGER PRIMARY KEY, of_id INT REFERENCES " + quoted(table) + referenced
                + " ON DELETE CASCADE)");
        statements.add("CREATE TABLE log (entry)");
        statements.add(created(key));
        for (int number = random.nextInt(4); number > 0; number--) {
            statements.add(index(number));
        }
        statements.add("CREATE VIEW first_view AS SELECT " + first + ", " + second + " AS b FROM " + quoted(table));
        statements.add("CREATE VIEW second_view (x) AS SELECT b FROM first_view WHERE b IS NOT NULL");
        for (int row = 1; row <= random.nextInt(6); row++) {
            statements.add("INSERT OR IGNORE INTO " + quoted(table) + " (id, " + first + ", " + second
                    + ", spare) VALUES (" + row * 3 + ", " + row + ", 'v" + row + "', 's')");
            statements.add("INSERT INTO child (of_id) VALUES (" + row * 3 + ")");
        }
        statements.add("DELETE FROM " + quoted(table) + " WHERE id = 6");
        triggers();
    }

    TableName name() {
        return new TableName(Optional.empty(), table);
    }

    String literal() {
        return "'" + table.replace("'", "''") + "'";
    }

    /** All values, with what they are, and the numbers of rows. */
    String rows() {
        return "SELECT " + (numbered ? "rowid, " : "") + "id, " + first + ", typeof(" + first + "), " + second
                + ", typeof(" + second + "), computed, spare FROM " + quoted(table) + " ORDER BY id";
    }

    List<String> statements() {
        return statements;
    }

    /** What must work afterwards as well. */
    List<String> uses() {
        return List.of(
                "INSERT OR REPLACE INTO " + quoted(table) + " (id, " + first + ", " + second
                        + ", spare) VALUES (70, 70, '7', 'x')",
                "UPDATE " + quoted(table) + " SET spare = 'y' WHERE id = 70",
                "PRAGMA foreign_keys = ON",
                "DELETE FROM " + quoted(table) + " WHERE id = 70");
    }

    private String created(int key) {
        List<String> elements = new ArrayList<>();
        elements.add("id "
                + switch (key) {
                    case 0 -> "INTEGER PRIMARY KEY";
                    case 1 -> "INTEGER CONSTRAINT my_key PRIMARY KEY" + any(CONFLICTS) + " AUTOINCREMENT";
                    case 2 -> "INT PRIMARY KEY" + any(CONFLICTS);
                    case 3 -> "INT NOT NULL UNIQUE";
                    case 4 -> "INTEGER /* not all of it */ UNIQUE";
                    default -> "INTEGER PRIMARY KEY NOT NULL";
                });
        elements.add(first + " " + type() + any(List.of("", " NOT NULL", " DEFAULT 7", " DEFAULT (abs(-7))"))
                + any(List.of("", " UNIQUE" + any(CONFLICTS), " CONSTRAINT \"my one\" CHECK (" + first + " <> -1)"))
                + any(List.of(
                        "",
                        " REFERENCES child",
                        " REFERENCES " + quoted(table) + " (id) ON UPDATE SET NULL"
                                + any(List.of("", " DEFERRABLE INITIALLY DEFERRED", " MATCH SIMPLE")))));
        elements.add(second + " "
                + (strict ? any(List.of("TEXT", "ANY")) : any(List.of("TEXT", "", "VARCHAR(9)", "CLOB")))
                + any(List.of("", " COLLATE NOCASE", " COLLATE RTRIM NOT NULL", " DEFAULT 'it''s'", " DEFAULT word")));
        elements.add("computed TEXT " + any(List.of("", "GENERATED ALWAYS ")) + "AS (upper(" + second + ") || ')' )"
                + any(List.of("", " VIRTUAL", " STORED")));
        elements.add("spare TEXT");
        if (key > 2 && key < 5 && random.nextBoolean()) {
            elements.add(any(List.of("", "CONSTRAINT both ")) + "PRIMARY KEY (id, " + second + ")" + any(CONFLICTS));
        }
        if (random.nextBoolean()) {
            elements.add("CHECK (" + second + " <> 'no' -- never\n)");
            elements.add("CHECK (id > 0)");
        }
        if (random.nextBoolean()) {
            elements.add("CONSTRAINT `my pair` UNIQUE (" + second + ", " + first + ")" + any(CONFLICTS));
        }
        List<String> options = new ArrayList<>();
        if (strict) {
            options.add("STRICT");
        }
        if (!numbered) {
            options.add("WITHOUT ROWID");
        }
        return "CREATE TABLE " + quoted(table) + " (" + String.join(", ", elements) + ") " + String.join(", ", options);
    }

    private String type() {
        return strict ? any(STRICT_TYPES.subList(1, 5)) : any(TYPES);
    }

    private String index(int number) {
        return "CREATE " + any(List.of("", "UNIQUE ")) + "INDEX " + quoted("ix " + number + any(NAMES)) + " ON "
                + quoted(table) + " ("
                + any(List.of(
                        first,
                        first + " DESC",
                        second + " COLLATE NOCASE DESC",
                        "lower(" + second + ") DESC",
                        "computed"))
                + ", id)"
                + any(List.of("", " WHERE " + first + " > 0", " WHERE spare IS NOT NULL AND id > 1"));
    }

    private void triggers() {
        String row = any(List.of("", " FOR EACH ROW"));
        statements.add("CREATE TRIGGER " + quoted("after " + any(NAMES)) + " AFTER INSERT ON " + quoted(table) + row
                + " BEGIN INSERT INTO log VALUES (new." + first + "); END");
        statements.add("CREATE TRIGGER changed BEFORE UPDATE OF spare ON " + quoted(table)
                + " WHEN old.spare IS NOT new.spare BEGIN INSERT INTO log SELECT count(*) FROM " + quoted(table)
                + "; END");
        statements.add(
                "CREATE TRIGGER elsewhere AFTER DELETE ON log BEGIN UPDATE " + quoted(table) + " SET spare = 'z'; END");
        statements.add("CREATE TRIGGER instead INSTEAD OF INSERT ON first_view BEGIN INSERT INTO " + quoted(table)
                + " (id, " + second + ") VALUES (99, new.b); END");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
