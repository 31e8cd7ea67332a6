package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.Generated;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of one table against those that it should have. One that the database cannot change is made anew; so is one
 * that is computed from a column of which the type changes, which databases refuse meanwhile.
 */
final class ColumnSetDiffer {

    private static final String VALUES_LOST = "its values are lost";

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final SchemaModel actual;
    private final Twins was;
    private final Twins should;
    private final TableName table;
    private final Filling filling;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> detours = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();
    private final List<ObjectName> mandatory = new ArrayList<>();
    private final List<String> proposals = new ArrayList<>();
    private final Set<String> retyped = new LinkedHashSet<>();
    private final Set<String> rebuilt = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();

    private ColumnSetDiffer(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, Twins was, Twins should) {
        this.rules = rules;
        this.policy = policy;
        this.actual = actual;
        this.was = was;
        this.should = should;
        table = was.said().name();
        filling = new Filling(rules, policy);
    }

    static ColumnSetDiffer of(DatabaseRules rules, DiffPolicy policy, SchemaModel actual, Twins was, Twins should) {
        ColumnSetDiffer columns = new ColumnSetDiffer(rules, policy, actual, was, should);
        columns.compare();
        return columns;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What has to be done although nothing about it is different. */
    List<Step> detours() {
        return detours;
    }

    List<ObjectName> leftAlone() {
        return leftAlone;
    }

    /** Columns among it that no row can be without. */
    List<ObjectName> mandatory() {
        return mandatory;
    }

    List<String> proposals() {
        return proposals;
    }

    /** The columns that get another type, by their present names. */
    Set<String> retyped() {
        return retyped;
    }

    /** The columns that are dropped and come back. */
    Set<String> rebuilt() {
        return rebuilt;
    }

    /** The columns that are dropped for good. */
    Set<String> dropped() {
        return dropped;
    }

    private record Pair(Column present, Column wanted, Optional<ColumnDiffer.Altered> altered) {}

    private void compare() {
        List<Column> missing = new ArrayList<>();
        List<Column> unknown = new ArrayList<>(was.said().columns());
        List<Pair> pairs = new ArrayList<>();
        ColumnDiffer columns = new ColumnDiffer(rules, policy);
        for (int i = 0; i < should.said().columns().size(); i++) {
            Column wanted = should.said().columns().get(i);
            Column wantedTwin = should.twin().columns().get(i);
            int at = was.indexOf(wantedTwin.name());
            if (at < 0) {
                missing.add(wanted);
                continue;
            }
            Column present = was.said().columns().get(at);
            unknown.remove(present);
            if (includes(present)) {
                pairs.add(new Pair(
                        present,
                        wanted,
                        columns.compare(table, present, was.twin().columns().get(at), wanted, wantedTwin)));
            }
        }
        pairs.forEach(this::look);
        takeWhatIsComputedFromThem(pairs);
        pairs.forEach(this::change);
        missing.stream().filter(this::includes).forEach(this::add);
        unknown.stream().filter(this::includes).forEach(this::drop);
        propose(missing, unknown);
    }

    private void look(Pair pair) {
        pair.altered.ifPresent(altered -> {
            if (isToBeMadeAnew(pair, altered.operation())) {
                rebuilt.add(pair.present.name());
            } else if (altered.retyped()) {
                retyped.add(pair.present.name());
            }
        });
    }

    private boolean isToBeMadeAnew(Pair pair, AlterColumn change) {
        boolean computed =
                pair.present.generated().isPresent() || pair.wanted.generated().isPresent();
        return change.type()
                        .filter(type -> !rules.converts(pair.present.type(), type))
                        .isPresent()
                || (computed && !rules.canDo(change, actual));
    }

    private void takeWhatIsComputedFromThem(List<Pair> pairs) {
        Table said = was.said();
        boolean more = true;
        while (more) {
            more = false;
            for (Pair pair : pairs) {
                Set<String> named = pair.present
                        .generated()
                        .map(Generated::sql)
                        .map(sql -> ColumnsInSql.of(sql, said))
                        .orElse(Set.of());
                if (named.stream().anyMatch(each -> retyped.contains(each) || rebuilt.contains(each))) {
                    more |= rebuilt.add(pair.present.name());
                }
            }
        }
    }

    private void change(Pair pair) {
        if (rebuilt.contains(pair.present.name())) {
            rebuild(pair);
        } else {
            pair.altered.ifPresent(altered -> alter(pair.present, pair.wanted, altered));
        }
    }

    private void rebuild(Pair pair) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Phase.DROP_COLUMNS_FIRST, new DropColumn(table, pair.present.name())));
        steps.addAll(adding(pair.altered.isPresent() ? pair.wanted : pair.present));
        if (pair.altered.isEmpty()) {
            detours.addAll(steps);
            return;
        }
        boolean computed =
                pair.present.generated().isPresent() || pair.wanted.generated().isPresent();
        findings.add(new Finding(
                new SchemaDifference(
                        Kind.CHANGE,
                        name(pair.present),
                        pair.altered.get().words(),
                        computed ? pair.altered.get().loss() : Optional.of(VALUES_LOST)),
                steps));
    }

    private void alter(Column present, Column wanted, ColumnDiffer.Altered altered) {
        List<Step> steps = new ArrayList<>();
        AlterColumn change = altered.operation();
        if (change.nullable().filter(nullable -> !nullable).isPresent()) {
            filling.ofEmpty(table, wanted.name()).ifPresent(update -> steps.add(new Step(Phase.FILL_COLUMNS, update)));
        }
        steps.add(new Step(Phase.ALTER_COLUMNS, change));
        findings.add(
                new Finding(new SchemaDifference(Kind.CHANGE, name(present), altered.words(), altered.loss()), steps));
    }

    private void add(Column wanted) {
        findings.add(new Finding(new SchemaDifference(Kind.ADD, name(wanted), "", Optional.empty()), adding(wanted)));
    }

    private List<Step> adding(Column wanted) {
        Optional<Operation> values = filling.ofAll(table, wanted);
        if (values.isEmpty()) {
            Phase phase = wanted.generated().isPresent() ? Phase.ADD_COMPUTED_COLUMNS : Phase.ADD_COLUMNS;
            return List.of(new Step(phase, new AddColumn(table, wanted)));
        }
        return List.of(
                new Step(Phase.ADD_COLUMNS, new AddColumn(table, wanted.withNullable(true))),
                new Step(Phase.FILL_COLUMNS, values.get()),
                new Step(
                        Phase.ALTER_COLUMNS,
                        AlterColumn.of(table, wanted.name()).nullable(false).operation()));
    }

    private void drop(Column present) {
        if (!policy.dropsUnknown()) {
            leftAlone.add(name(present));
            if (present.needsValue()) {
                mandatory.add(name(present));
            }
            return;
        }
        dropped.add(present.name());
        boolean computed = present.generated().isPresent();
        findings.add(new Finding(
                new SchemaDifference(
                        Kind.DROP, name(present), "", computed ? Optional.empty() : Optional.of(VALUES_LOST)),
                List.of(new Step(
                        computed ? Phase.DROP_COLUMNS_FIRST : Phase.DROP_COLUMNS,
                        new DropColumn(table, present.name())))));
    }

    /** One column that is missing and one that is not known, alike but for the name. */
    private void propose(List<Column> missing, List<Column> unknown) {
        for (Column wanted : missing) {
            List<Column> alike =
                    unknown.stream().filter(each -> isLike(each, wanted)).toList();
            if (alike.size() == 1) {
                proposals.add(Renames.column(table, alike.get(0).name(), wanted.name()));
            }
        }
    }

    private boolean isLike(Column present, Column wanted) {
        return anonymous(twin(was, present)).equals(anonymous(twin(should, wanted)));
    }

    private static Column twin(Twins both, Column said) {
        return both.twin().columns().get(both.said().columns().indexOf(said));
    }

    private static Column anonymous(Column twin) {
        return twin.withName("")
                .withComment(Optional.empty())
                .withCharset(Optional.empty())
                .withCollation(Optional.empty());
    }

    private boolean includes(Column column) {
        return policy.includes().test(name(column));
    }

    private ObjectName name(Column column) {
        return ObjectName.of(ObjectName.Kind.COLUMN, table, column.name());
    }
}
