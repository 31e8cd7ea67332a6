package dev.migrate.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;

/** Sources of migrations of one to five operations, as people write them. */
final class Sources {

    private Sources() {}

    static void write(MigrationFiles files, int migrations) throws IOException {
        for (int number = 0; number < migrations; number++) {
            files.write("app/migrations/" + className(number) + ".java", source(number));
        }
    }

    static String className(int number) {
        return String.format(Locale.ROOT, "R20260101_Migration%05d", number);
    }

    private static String source(int number) {
        String down = number == 0 ? "" : ", downRevision = \"" + BenchIndex.id(number - 1) + "\"";
        StringBuilder columns = new StringBuilder();
        StringBuilder drops = new StringBuilder();
        IntStream.range(0, number % 5).forEach(column -> {
            columns.append("        op.addColumn(\"t%d\", c -> c.varchar(\"more_%d\", 255).comment(\"some more\"));%n"
                    .formatted(number, column));
            drops.insert(0, "        op.dropColumn(\"t%d\", \"more_%d\");%n".formatted(number, column));
        });
        return """
                package app.migrations;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                /** Adds the table of number %1$d. */
                @Revision(id = "%2$s"%3$s, message = "add table %1$d")
                public final class %4$s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("t%1$d", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("name", 120).notNull(); // as people say it
                            t.varchar("email", 320).unique();
                            t.timestamp("created_at");
                        });
                %5$s    }

                    @Override
                    public void downgrade(Operations op) {
                %6$s        op.dropTable("t%1$d");
                    }
                }
                """.formatted(number, BenchIndex.id(number), down, className(number), columns, drops);
    }
}
