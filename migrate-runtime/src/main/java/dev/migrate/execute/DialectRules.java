package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NormalForm;
import dev.migrate.diff.DatabaseRules;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a comparison has to know, from the database's dialect. Migrate's own tables are never looked at. */
public final class DialectRules implements DatabaseRules {

    /** Words of an enumeration stay as they are. */
    private static final Pattern KEYWORDS = Pattern.compile("'(?:[^']|'')*'|[^']+");

    private final Dialect dialect;
    private final NormalForm form;
    private final Set<String> versionTables;
    private final Optional<String> home;

    /**
     * The rules of a database.
     *
     * @param dialect the database
     * @param versionTables the names of version tables, where they have others than by default
     */
    public DialectRules(Dialect dialect, Collection<String> versionTables) {
        this(dialect, versionTables, Optional.empty());
    }

    /**
     * The rules of a database of which it is known where it looks up names without a schema.
     *
     * @param dialect the database
     * @param versionTables the names of version tables, where they have others than by default
     * @param home that schema: a table that is named with it is the one that is named without
     */
    public DialectRules(Dialect dialect, Collection<String> versionTables, Optional<String> home) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.form = dialect.normalForm();
        this.versionTables = Set.copyOf(versionTables);
        this.home = home.map(form::name);
    }

    @Override
    public SchemaModel comparable(SchemaModel said) {
        SchemaModel others = said;
        for (Table table : said.tables()) {
            if (OwnTables.isOwn(table.name())
                    || versionTables.contains(table.name().name())) {
                others = others.without(table.name());
            }
        }
        return form.of(others);
    }

    @Override
    public String name(String said) {
        return form.name(said);
    }

    @Override
    public TableName name(TableName said) {
        TableName known = form.name(said);
        return home.isPresent() && known.schema().equals(home) ? new TableName(Optional.empty(), known.name()) : known;
    }

    @Override
    public boolean isMadeUp(Table table, String name) {
        return form.isMadeUp(table, name);
    }

    @Override
    public boolean namesOnce(Optional<Constraint.Kind> kind) {
        return dialect.namesOnce(kind);
    }

    @Override
    public String sql(String said) {
        return dialect.sqlName(said);
    }

    @Override
    public String words(ColumnType type) {
        return KEYWORDS.matcher(dialect.sqlType(type))
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group().startsWith("'")
                                ? word.group()
                                : word.group().toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean canDo(Operation operation, SchemaModel before) {
        try {
            dialect.render(operation, before);
            return true;
        } catch (MigrateException e) {
            if (e.problem().code() == ProblemCode.UNSUPPORTED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return dialect.converts(from, to);
    }

    @Override
    public boolean viewsHoldColumns() {
        return dialect.viewsHoldColumns();
    }

    @Override
    public boolean keysHoldIdentity() {
        return dialect.keysHoldIdentity();
    }

    @Override
    public SchemaModel after(Operation operation, SchemaModel before) {
        return RenamedText.guessed(operation, before, dialect);
    }
}
