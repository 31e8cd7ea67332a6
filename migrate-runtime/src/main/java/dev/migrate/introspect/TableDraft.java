package dev.migrate.introspect;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table while its catalogue is read: rows come one by one, each with a piece of a column list. Rows of one list come in
 * the order of its columns.
 */
public final class TableDraft {

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
    private final Map<String, List<String>> uniques = new LinkedHashMap<>();
    private final Map<String, KeyDraft> foreignKeys = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, IndexDraft> indexes = new LinkedHashMap<>();
    private final Map<String, String> options = new TreeMap<>();
    private Optional<String> comment = Optional.empty();

    /** A table of which nothing was read yet. */
    public TableDraft() {}

    /**
     * Takes the table's comment.
     *
     * @param text the comment; empty for none
     */
    public void comment(Optional<String> text) {
        comment = text;
    }

    /**
     * Takes an option of the table.
     *
     * @param name its name in lower case
     * @param value its value
     */
    public void option(String name, String value) {
        options.put(name, value);
    }

    /**
     * Takes a column, after those that were taken before.
     *
     * @param column the column
     */
    public void column(Column column) {
        columns.add(column);
    }

    /**
     * Takes a column of the primary key.
     *
     * @param name the key's name
     * @param column the column
     */
    public void primaryKeyColumn(String name, String column) {
        primaryKeys.computeIfAbsent(name, key -> new ArrayList<>()).add(column);
    }

    /**
     * Takes a column of a unique constraint.
     *
     * @param name the constraint's name
     * @param column the column
     */
    public void uniqueColumn(String name, String column) {
        uniques.computeIfAbsent(name, key -> new ArrayList<>()).add(column);
    }

    /**
     * Takes a column of a foreign key.
     *
     * @param name the key's name
     * @param column the column
     * @param references the table referred to, with its schema
     * @param referencedColumn the column referred to
     * @param onDelete the rule for deletions, as SQL has it
     * @param onUpdate the rule for updates, as SQL has it
     */
    public void foreignKeyColumn(
            String name,
            String column,
            TableName references,
            String referencedColumn,
            String onDelete,
            String onUpdate) {
        KeyDraft draft = foreignKeys.computeIfAbsent(
                name,
                key -> new KeyDraft(
                        references, new ArrayList<>(), new ArrayList<>(), action(onDelete), action(onUpdate)));
        draft.columns.add(column);
        draft.referencedColumns.add(referencedColumn);
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.replace(' ', '_'));
    }

    /**
     * Takes a constraint that comes all at once.
     *
     * @param constraint the constraint; of a foreign key, the table referred to has its schema
     */
    public void constraint(Constraint constraint) {
        constraints.add(constraint);
    }

    /**
     * Takes a term of an index that is built in the usual way.
     *
     * @param name the index's name
     * @param unique whether no two rows may have the same values
     * @param part the term, after those that were taken before
     */
    public void indexPart(String name, boolean unique, Index.Part part) {
        indexPart(Index.of(name, List.of(), unique, Optional.empty()), part);
    }

    /**
     * Takes a term of an index.
     *
     * @param index the index; its terms are those that are taken for it
     * @param part the term, after those that were taken before
     */
    public void indexPart(Index index, Index.Part part) {
        indexes.computeIfAbsent(index.name(), name -> new IndexDraft(index, new ArrayList<>()))
                .parts
                .add(part);
    }

    /**
     * The table that was read. When it was asked for without a schema, references within the default one have none
     * either.
     *
     * @param name the name it was asked for
     * @param defaultSchema the schema in which names without one are looked up
     * @return the table
     */
    public Table table(TableName name, String defaultSchema) {
        Optional<String> understood = name.schema().isPresent() ? Optional.empty() : Optional.of(defaultSchema);
        Table table = new Table(
                name,
                columns.stream()
                        .map(column -> withoutSchema(column, defaultSchema))
                        .toList(),
                primaryKeys.entrySet().stream().findFirst().map(key -> new PrimaryKey(key.getKey(), key.getValue())),
                uniques.entrySet().stream()
                        .map(key -> new UniqueConstraint(key.getKey(), key.getValue()))
                        .toList(),
                foreignKeys.entrySet().stream()
                        .map(key -> understood(key.getValue().key(key.getKey()), understood))
                        .toList(),
                List.of(),
                List.of(),
                indexes.values().stream().map(IndexDraft::whole).toList(),
                comment,
                options);
        return constraints.isEmpty()
                ? table
                : table.withConstraints(Stream.concat(
                                table.constraints().stream(),
                                constraints.stream()
                                        .map(constraint -> constraint instanceof ForeignKey key
                                                ? understood(key, understood)
                                                : constraint))
                        .toList());
    }

    private static ForeignKey understood(ForeignKey key, Optional<String> schema) {
        return key.references().schema().equals(schema)
                ? key.referringTo(
                        new TableName(Optional.empty(), key.references().name()))
                : key;
    }

    /** A type of the default schema goes by its own name, wherever the table is: that is how people name it. */
    private static Column withoutSchema(Column column, String defaultSchema) {
        return column.type() instanceof ColumnType.Named named
                        && named.name().schema().equals(Optional.of(defaultSchema))
                ? column.withType(new ColumnType.Named(
                        new TableName(Optional.empty(), named.name().name()), named.array()))
                : column;
    }

    private record KeyDraft(
            TableName references,
            List<String> columns,
            List<String> referencedColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate) {

        ForeignKey key(String name) {
            return new ForeignKey(name, columns, references, referencedColumns, onDelete, onUpdate);
        }
    }

    private record IndexDraft(Index index, List<Index.Part> parts) {

        Index whole() {
            return index.withParts(parts);
        }
    }
}
