package dev.migrate.scratch;

import dev.migrate.dialect.ScratchNames;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives what was read in a scratch the schemas that it would have outside. */
final class Relocation {

    private final Optional<ScratchNames> scratch;
    private final Optional<String> home;
    private final Optional<String> defaultSchema;

    /**
     * @param scratch what schemas are called in the scratch; empty for what never was in one
     * @param home where names without a schema are looked up outside
     * @param defaultSchema the schema that was meant where none was named; empty for {@code home}
     */
    Relocation(Optional<ScratchNames> scratch, Optional<String> home, Optional<String> defaultSchema) {
        this.scratch = scratch;
        this.home = home;
        this.defaultSchema = defaultSchema.filter(schema -> !home.equals(Optional.of(schema)));
    }

    SchemaModel of(SchemaModel model) {
        return SchemaModel.of(model.tables().stream().map(this::table).toList())
                .withSequences(model.sequences().stream().map(this::sequence).toList())
                .withEnumTypes(model.enumTypes().stream().map(this::moved).toList());
    }

    @SuppressWarnings("unchecked") // an object under another name is of the same kind
    private <T extends SchemaObject> T moved(T object) {
        return (T) object.withName(name(object.name()));
    }

    TableName name(TableName name) {
        Optional<String> schema = name.schema().filter(read -> !isHomeOfScratch(read));
        return schema.isEmpty()
                ? new TableName(defaultSchema, name.name())
                : new TableName(schema.map(this::schema).filter(read -> !home.equals(Optional.of(read))), name.name());
    }

    private boolean isHomeOfScratch(String schema) {
        return scratch.map(ScratchNames::home).equals(Optional.of(schema));
    }

    private String schema(String name) {
        return scratch.map(names -> names.outside(name)).orElse(name);
    }

    private Sequence sequence(Sequence sequence) {
        Sequence moved = moved(sequence);
        return moved.withOwner(moved.owner().map(owner -> new Sequence.Owner(name(owner.table()), owner.column())));
    }

    private Table table(Table table) {
        List<? extends Constraint> constraints = table.constraints().stream()
                .map(constraint -> constraint(table, constraint))
                .toList();
        return new Table(
                        name(table.name()),
                        table.columns().stream().map(this::column).toList(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        table.indexes().stream().map(this::index).toList(),
                        table.comment(),
                        table.options())
                .withConstraints(constraints);
    }

    private Constraint constraint(Table table, Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.referringTo(reference(name(table.name()), name(key.references())));
        }
        return constraint instanceof CheckConstraint check ? check.withCondition(sql(check.condition())) : constraint;
    }

    /** Without a schema, a key of a table that has one would mean the table beside it. */
    private TableName reference(TableName from, TableName to) {
        return from.schema().isPresent() && to.schema().isEmpty() ? new TableName(home, to.name()) : to;
    }

    private Column column(Column column) {
        return column.withType(
                        column.type() instanceof ColumnType.Named named
                                ? new ColumnType.Named(name(named.name()), named.array())
                                : column.type())
                .withDefault(column.defaultValue()
                        .map(value -> value instanceof DefaultValue.Expression expression
                                ? new DefaultValue.Expression(sql(expression.sql()))
                                : value))
                .withGenerated(
                        column.generated().map(generated -> new Generated(sql(generated.sql()), generated.stored())));
    }

    private Index index(Index index) {
        return index.withWhere(index.where().map(this::sql))
                .withParts(index.parts().stream()
                        .map(part -> part.expression() ? part.withTerm(sql(part.term())) : part)
                        .toList());
    }

    /** What SQL says of schemas: their names in the scratch are like nothing else, however they are folded. */
    private String sql(String text) {
        if (scratch.isEmpty()) {
            return text;
        }
        ScratchNames names = scratch.get();
        String outside = home.map(name -> replaced(text, names.home(), name)).orElse(text);
        return replaced(outside, names.prefix(), "");
    }

    private static String replaced(String text, String part, String other) {
        return Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(other));
    }
}
