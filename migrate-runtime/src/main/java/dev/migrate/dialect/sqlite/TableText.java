package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SqlText;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a table from its {@code CREATE TABLE}. SQLite keeps nothing else: its pragmas tell no names of constraints, no
 * checks, no expressions, and what they do tell comes from this text.
 *
 * <p>A constraint without a name gets the one that the convention gives. A foreign key that names no columns of the other
 * table is left without them.
 */
final class TableText {

    private static final Set<String> FIRST_WORDS_OF_CONSTRAINTS =
            Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private static final Set<String> FIRST_WORDS_AFTER_TYPES =
            Set.of("CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "AS");

    /** As a default. Any other word is text to SQLite. */
    private static final Set<String> NOT_TEXT =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "TRUE", "FALSE");

    /** A number without a fraction is another value than one whose fraction is zero. */
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

    private final TableName table;
    private final SqlCursor sql;
    private final List<Column> columns = new ArrayList<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final Map<String, String> checksBehindColumns = new HashMap<>();
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> lost = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TableText(TableName table, String text) {
        this.table = table;
        sql = new SqlCursor(text);
    }

    /** A table of SQLite's own making, such as a full-text index, has no columns to be read here. */
    static boolean isVirtual(String text) {
        return new SqlCursor(text).accept("CREATE", "VIRTUAL");
    }

    /**
     * Reads a table, without its indexes.
     *
     * @param table the name it was asked for
     * @param text its definition
     */
    static Table read(TableName table, String text) {
        return new TableText(table, text).read();
    }

    private Table read() {
        sql.expect("CREATE");
        if (!sql.accept("TEMP")) {
            sql.accept("TEMPORARY");
        }
        sql.expect("TABLE");
        sql.accept("IF", "NOT", "EXISTS");
        sql.name();
        if (sql.acceptSign('.')) {
            sql.name();
        }
        sql.expectSign('(');
        do {
            readElement();
        } while (sql.acceptSign(',') || !sql.isSign(')'));
        sql.expectSign(')');
        while (!sql.isAtEnd()) {
            readOption();
        }
        primaryKey.ifPresent(this::requireKeyColumns);
        if (!lost.isEmpty()) {
            options.put(SqliteOptions.LOST, String.join(", ", lost));
        }
        return EnumChecks.folded(
                new Table(
                        table,
                        columns,
                        primaryKey,
                        uniques,
                        foreignKeys,
                        checks,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        options),
                checksBehindColumns);
    }

    /** Elsewhere SQLite lets a primary key be null, unless it says otherwise. */
    private void requireKeyColumns(PrimaryKey key) {
        if (options.containsKey(SqliteOptions.STRICT) || options.containsKey(SqliteOptions.WITHOUT_ROWID)) {
            columns.replaceAll(column -> key.columns().contains(column.name()) ? column.withNullable(false) : column);
        }
    }

    private void readOption() {
        if (sql.accept("STRICT")) {
            options.put(SqliteOptions.STRICT, "true");
        } else {
            sql.expect("WITHOUT", "ROWID");
            options.put(SqliteOptions.WITHOUT_ROWID, "true");
        }
        sql.acceptSign(',');
    }

    private void readElement() {
        SqlToken first = sql.token();
        if (first.kind() == SqlToken.Kind.WORD
                && FIRST_WORDS_OF_CONSTRAINTS.stream().anyMatch(first::isWord)) {
            readConstraint(acceptName());
        } else {
            new ColumnText().read();
        }
    }

    private Optional<String> acceptName() {
        Optional<String> name = Optional.empty();
        while (sql.accept("CONSTRAINT")) { // of several the last one counts
            name = Optional.of(sql.name());
        }
        return name;
    }

    // Constraints of the table.

    private void readConstraint(Optional<String> name) {
        if (sql.accept("PRIMARY", "KEY")) {
            takePrimaryKey(name, readKeyColumns("its primary key"));
        } else if (sql.accept("UNIQUE")) {
            takeUnique(name, readKeyColumns("a unique constraint"));
        } else if (sql.accept("CHECK")) {
            takeCheck(name);
        } else {
            sql.expect("FOREIGN", "KEY");
            takeReference(name, readNames());
        }
    }

    private List<String> readKeyColumns(String of) {
        List<String> key = new ArrayList<>();
        sql.expectSign('(');
        do {
            key.add(sql.name());
            if (sql.accept("COLLATE")) {
                lost.add("COLLATE " + sql.name() + " in " + of);
            }
            if (!sql.accept("ASC") && sql.accept("DESC")) {
                lost.add("DESC in " + of);
            }
            if (sql.accept("AUTOINCREMENT")) {
                number(key.get(0));
            }
        } while (sql.acceptSign(','));
        sql.expectSign(')');
        return key.stream().map(this::asDeclared).toList();
    }

    private void number(String column) {
        String declared = asDeclared(column);
        columns.replaceAll(c -> c.name().equals(declared)
                ? c.withType(new ColumnType.IntegerType(64)).withIdentity(Optional.of(Identity.BY_DEFAULT))
                : c);
    }

    /** SQLite does not mind the case of letters in names. */
    private String asDeclared(String column) {
        return columns.stream()
                .map(Column::name)
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    private List<String> readNames() {
        List<String> read = new ArrayList<>();
        sql.expectSign('(');
        do {
            read.add(asDeclared(sql.name()));
        } while (sql.acceptSign(','));
        sql.expectSign(')');
        return read;
    }

    private void takePrimaryKey(Optional<String> name, List<String> key) {
        primaryKey = Optional.of(new PrimaryKey(name(name, NamingConvention.primaryKey(table)), key));
        keep(primaryKey.get().name(), readConflict());
    }

    private void takeUnique(Optional<String> name, List<String> key) {
        UniqueConstraint unique = new UniqueConstraint(name(name, NamingConvention.unique(table, key)), key);
        uniques.add(unique);
        keep(unique.name(), readConflict());
    }

    private void takeCheck(Optional<String> name) {
        String condition = sql.parenthesized();
        CheckConstraint check = new CheckConstraint(
                name(name, NamingConvention.check(table, String.valueOf(checks.size() + 1))), condition);
        checks.add(check);
        keep(check.name(), readConflict());
    }

    private void takeReference(Optional<String> name, List<String> key) {
        sql.expect("REFERENCES");
        TableName references = new TableName(Optional.empty(), sql.name());
        List<String> referenced = sql.isSign('(') ? readReferenced() : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        Optional<Deferral> deferral = Optional.empty();
        List<String> more = new ArrayList<>();
        while (true) {
            if (sql.accept("ON", "DELETE")) {
                onDelete = readAction();
            } else if (sql.accept("ON", "UPDATE")) {
                onUpdate = readAction();
            } else if (sql.accept("MATCH")) {
                more.add("MATCH " + sql.name());
            } else if (sql.accept("NOT", "DEFERRABLE")) {
                more.add("NOT DEFERRABLE" + readInitially());
            } else if (sql.accept("DEFERRABLE")) {
                String initially = readInitially();
                if (more.isEmpty()) {
                    deferral = Optional.of(initially.endsWith("DEFERRED") ? Deferral.DEFERRED : Deferral.IMMEDIATE);
                } else { // what stands before it is put behind the key again, and so must this be
                    more.add("DEFERRABLE" + initially);
                }
            } else {
                break;
            }
        }
        ForeignKey foreignKey = new ForeignKey(
                        name(name, NamingConvention.foreignKey(table, key, references)),
                        key,
                        references,
                        referenced,
                        onDelete,
                        onUpdate)
                .withDeferral(deferral);
        foreignKeys.add(foreignKey);
        keep(foreignKey.name(), String.join(" ", more));
    }

    private List<String> readReferenced() {
        List<String> read = new ArrayList<>();
        sql.expectSign('(');
        do {
            read.add(sql.name());
        } while (sql.acceptSign(','));
        sql.expectSign(')');
        return read;
    }

    private ReferentialAction readAction() {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (sql.accept(action.sql().split(" "))) {
                return action;
            }
        }
        sql.expect("CASCADE"); // says where it stops
        return ReferentialAction.CASCADE;
    }

    private String readInitially() {
        if (sql.accept("INITIALLY", "DEFERRED")) {
            return " INITIALLY DEFERRED";
        }
        return sql.accept("INITIALLY", "IMMEDIATE") ? " INITIALLY IMMEDIATE" : "";
    }

    private String readConflict() {
        return sql.accept("ON", "CONFLICT") ? SqliteOptions.CONFLICT + sql.name() : "";
    }

    /** What stands behind a constraint, and is put there again when the table is built anew. */
    private void keep(String constraint, String behind) {
        if (!behind.isEmpty()) {
            options.put(SqliteOptions.behind(constraint), behind);
        }
    }

    private String name(Optional<String> given, String otherwise) {
        String name = given.orElse(otherwise);
        for (int number = 2; !names.add(name); number++) {
            name = otherwise + "_" + number;
        }
        return name;
    }

    /** One column, with what is said about it beside its type. */
    private final class ColumnText {

        private final String name = sql.name();
        private boolean nullable = true;
        private boolean numbered;
        private Optional<DefaultValue> defaultValue = Optional.empty();
        private Optional<String> collation = Optional.empty();
        private Optional<Generated> generated = Optional.empty();

        void read() {
            String type = readType();
            int place = columns.size();
            columns.add(Column.of(name, SqliteTypes.read(type)));
            while (!sql.isSign(',') && !sql.isSign(')')) {
                Optional<String> constraint = acceptName();
                if (!readOwn()) {
                    if (constraint.isPresent() && (sql.isSign(',') || sql.isSign(')'))) {
                        break; // a name and nothing that it names
                    }
                    takeShared(constraint);
                }
            }
            Column column = columns.get(place)
                    .withNullable(nullable)
                    .withDefault(defaultValue)
                    .withGenerated(generated)
                    .withCollation(collation);
            columns.set(place, column);
            if (numbered) {
                number(name);
            }
        }

        private String readType() {
            List<String> words = new ArrayList<>();
            while (sql.token().isName() || sql.token().kind() == SqlToken.Kind.STRING) {
                SqlToken word = sql.token();
                if (word.kind() == SqlToken.Kind.WORD
                        && (FIRST_WORDS_AFTER_TYPES.stream().anyMatch(word::isWord) || word.isWord("GENERATED"))) {
                    break;
                }
                words.add(sql.next().text());
            }
            String type = String.join(" ", words);
            return sql.isSign('(') ? type + "(" + sql.parenthesized() + ")" : type;
        }

        /** What a model keeps with the column. */
        private boolean readOwn() {
            if (sql.accept("NOT", "NULL")) {
                nullable = false;
                readConflictOf("NOT NULL");
            } else if (sql.accept("NULL")) {
                readConflictOf("NULL");
            } else if (sql.accept("DEFAULT")) {
                defaultValue = readDefault();
            } else if (sql.accept("COLLATE")) {
                collation = Optional.of(sql.name());
            } else if (sql.accept("GENERATED", "ALWAYS", "AS") || sql.accept("AS")) {
                String expression = sql.parenthesized();
                boolean stored = sql.accept("STORED");
                if (!stored) {
                    sql.accept("VIRTUAL");
                }
                generated = Optional.of(new Generated(expression, stored));
            } else {
                return false;
            }
            return true;
        }

        private void readConflictOf(String what) {
            String conflict = readConflict();
            if (!conflict.isEmpty()) {
                lost.add(what + " " + conflict + " of column " + name);
            }
        }

        /** What a model keeps with the table. */
        private void takeShared(Optional<String> constraint) {
            if (sql.accept("PRIMARY", "KEY")) {
                if (!sql.accept("ASC") && sql.accept("DESC")) {
                    lost.add("DESC in its primary key");
                }
                takePrimaryKey(constraint, List.of(name));
                numbered = sql.accept("AUTOINCREMENT");
            } else if (sql.accept("UNIQUE")) {
                takeUnique(constraint, List.of(name));
            } else if (sql.accept("CHECK")) {
                takeCheck(constraint);
                checksBehindColumns.put(checks.get(checks.size() - 1).name(), name);
            } else {
                takeReference(constraint, List.of(name));
            }
        }

        private Optional<DefaultValue> readDefault() {
            if (sql.isSign('(')) {
                String expression = sql.parenthesized();
                return Optional.of(meaning(expression, SqlText.defaultValue("(" + expression + ")")));
            }
            if (sql.isSign('-') || sql.isSign('+')) {
                String number = sql.next().text() + sql.next().text();
                return Optional.of(meaning(number, SqlText.defaultValue(number)));
            }
            SqlToken value = sql.next();
            if (value.isWord("NULL")) {
                return Optional.empty();
            }
            boolean meansItself = value.kind() == SqlToken.Kind.STRING
                    || value.kind() == SqlToken.Kind.NAME
                    || (value.kind() == SqlToken.Kind.WORD && NOT_TEXT.stream().noneMatch(value::isWord));
            return Optional.of(
                    meansItself
                            ? new DefaultValue.Text(value.text())
                            : meaning(value.text(), SqlText.defaultValue(value.text())));
        }

        /** What would be written in another way than it stands, and mean something else then, stays as it stands. */
        private DefaultValue meaning(String expression, DefaultValue read) {
            ColumnType type = columns.get(columns.size() - 1).type();
            boolean another = read instanceof DefaultValue.Now
                    ? !SqliteTypes.moment(type).equalsIgnoreCase(SqlText.withoutParentheses(expression))
                    : read instanceof DefaultValue.Numeric number
                            && number.value().scale() <= 0
                            && !WHOLE.matcher(SqlText.withoutParentheses(expression))
                                    .matches();
            return another ? new DefaultValue.Expression(SqlText.withoutParentheses(expression)) : read;
        }
    }
}
