package dev.migrate.dialect.sqlite;

/** The {@code CREATE TRIGGER} that SQLite keeps. */
final class TriggerText {

    private TriggerText() {}

    /**
     * The same trigger in a schema. Its table and all that its body names are looked for there.
     *
     * @param schema the schema as it stands in SQL
     * @param text the trigger without a schema
     */
    static String in(String schema, String text) {
        SqlCursor sql = new SqlCursor(text);
        sql.expect("CREATE");
        sql.expect("TRIGGER");
        sql.accept("IF", "NOT", "EXISTS");
        int name = sql.token().start();
        return text.substring(0, name) + schema + "." + text.substring(name);
    }
}
