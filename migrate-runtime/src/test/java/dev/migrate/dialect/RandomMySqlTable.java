package dev.migrate.dialect;

import dev.migrate.testing.MySqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A table of columns with any attributes that the server takes together, as a person would write it. */
final class RandomMySqlTable {

    private static final List<String> COMMENTS = List.of("", " COMMENT 'it''s'", " COMMENT 'a \\\\ b ü'");

    private final Random random;
    private final boolean mariaDb;
    private final boolean modern;
    private boolean partitioned;

    RandomMySqlTable(Random random, MySqlServer server, ServerVersion version) {
        this.random = random;
        this.mariaDb = server.product().equals("mariadb");
        this.modern = mariaDb || version.isAtLeast(8, 0, 23);
    }

    String definition() {
        partitioned = random.nextBoolean();
        List<String> columns = new ArrayList<>();
        columns.add("id INT" + one("", " UNSIGNED") + " NOT NULL" + one("", " AUTO_INCREMENT") + comment());
        columns.add("n INT NOT NULL DEFAULT 3");
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            columns.add(column(i));
        }
        columns.add("PRIMARY KEY (id)");
        if (random.nextBoolean()) {
            columns.add("CONSTRAINT n_positive CHECK (n > 0)");
        }
        if (random.nextBoolean()) {
            columns.add("INDEX ix_n (n" + one("", " DESC") + ", id)");
        }
        return "CREATE TABLE things (\n  " + String.join(",\n  ", columns) + "\n)"
                + one("", " DEFAULT CHARACTER SET = latin1", " COLLATE = utf8mb4_bin")
                + one("", " COMMENT = 'all things'") + one("", " ROW_FORMAT = DYNAMIC")
                + (partitioned ? partitions() : "");
    }

    private String partitions() {
        return one(
                " PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)",
                " PARTITION BY HASH (id) PARTITIONS 3",
                " PARTITION BY KEY (id) PARTITIONS 2");
    }

    private String column(int i) {
        return switch (random.nextInt(9)) {
            case 0 ->
                "text" + i + " VARCHAR(" + (10 + random.nextInt(30)) + ")" + charset() + filled("'a''b'", "'?'", "''")
                        + comment();
            case 1 ->
                "mood" + i + " " + one("ENUM", "SET") + "('sad','it''s','\\\\o/')" + charset() + filled("'sad'")
                        + comment();
            case 2 ->
                "price" + i + " DECIMAL(10,2)" + one("", " UNSIGNED", " ZEROFILL") + filled("1.50", "0") + comment();
            case 3 -> moment("at" + i);
            case 4 ->
                "sum" + i + " INT GENERATED ALWAYS AS (n + " + i + ") " + one("VIRTUAL", "STORED") + invisible()
                        + comment();
            case 5 -> "flag" + i + " BIT(4)" + filled("b'0101'") + comment();
            case 6 ->
                "body" + i + " " + one("TEXT", "MEDIUMTEXT", "LONGTEXT") + charset() + one("", " NOT NULL") + comment();
            case 7 -> "bytes" + i + " " + one("VARBINARY(20)", "BINARY(4)") + filled("'ab'") + comment();
            default -> only(i);
        };
    }

    private String moment(String name) {
        String precision = one("", "(3)", "(6)");
        return name + " " + one("TIMESTAMP", "DATETIME") + precision + " "
                + one(
                        "NULL",
                        "NULL DEFAULT NULL",
                        "NOT NULL DEFAULT CURRENT_TIMESTAMP" + precision,
                        "NOT NULL DEFAULT CURRENT_TIMESTAMP" + precision + " ON UPDATE CURRENT_TIMESTAMP" + precision,
                        "NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP" + precision)
                + comment();
    }

    /** What only one of the two brands has. */
    private String only(int i) {
        if (mariaDb) {
            return one(
                    "packed" + i + " VARCHAR(100) COMPRESSED" + comment(),
                    "checked" + i + " INT DEFAULT 5 CHECK (checked" + i + " > 0)",
                    "js" + i + " JSON" + one("", " NOT NULL") + comment(),
                    "uu" + i + " UUID DEFAULT uuid()" + comment(),
                    "ip" + i + " INET6" + comment());
        }
        return modern
                ? one(
                        "js" + i + " JSON DEFAULT (json_array())" + comment(),
                        "expr" + i + " VARCHAR(40) DEFAULT (concat('a', 'b'))" + comment(),
                        (partitioned ? "day" + i + " DATE" : "spot" + i + " POINT NOT NULL SRID 4326") + comment())
                : "js" + i + " JSON" + one("", " NOT NULL") + comment();
    }

    private String charset() {
        return one("", "", " CHARACTER SET latin1", " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", " COLLATE ascii_bin");
    }

    private String filled(String... literals) {
        return one("", " NOT NULL") + (random.nextBoolean() ? " DEFAULT " + one(literals) : "");
    }

    private String invisible() {
        return modern ? one("", " INVISIBLE") : "";
    }

    private String comment() {
        return COMMENTS.get(random.nextInt(COMMENTS.size()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
