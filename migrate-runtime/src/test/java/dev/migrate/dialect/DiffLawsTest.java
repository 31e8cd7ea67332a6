package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.RandomChanges.Word;
import dev.migrate.diff.DatabaseRules;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for the difference of any two schemas, of a database that keeps what it is told. */
class DiffLawsTest {

    private static final TableName NEW_SCHEMA = TableName.parse("archive");

    private static final SchemaDiffer DIFFER =
            new SchemaDiffer(new WhatIsSaid(), DiffPolicy.USUAL.withDropsUnknown(true));

    @Property(tries = 300)
    void aSchemaHasNoDifferenceFromItself(@ForAll long seed) {
        SchemaModel schema = changed(changes(seed), SchemaModel.empty(), 30);

        SchemaDiff diff = DIFFER.diff(schema, DesiredSchema.of(schema));

        assertThat(diff)
                .isEqualTo(new SchemaDiff(
                        List.of(),
                        List.of(),
                        Optional.of(List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Property(tries = 300)
    void whatIsDoneAboutADifferenceMakesOneSchemaIntoTheOther(@ForAll long seed) {
        RandomChanges changes = changes(seed);
        SchemaModel actual = changed(changes, SchemaModel.empty(), 12);
        SchemaModel desired = withoutViews(changed(changes, actual, 12));

        SchemaDiff diff = DIFFER.diff(withoutViews(actual), DesiredSchema.of(desired));

        assertThat(lines(applied(diff.operations(), withoutViews(actual)))).isEqualTo(lines(desired));
    }

    @Property(tries = 100)
    void theWayBackIsTheDifferenceUndone(@ForAll long seed) {
        RandomChanges changes = changes(seed);
        SchemaModel actual = withoutViews(changed(changes, SchemaModel.empty(), 12));
        SchemaModel desired = withoutViews(changed(changes, actual, 12));

        SchemaDiff diff = DIFFER.diff(actual, DesiredSchema.of(desired));

        SchemaModel there = applied(diff.operations(), actual);
        assertThat(lines(applied(diff.wayBack().orElseThrow(), there))).isEqualTo(lines(actual));
    }

    private static RandomChanges changes(long seed) {
        return new RandomChanges(seed, false, true, EnumSet.complementOf(EnumSet.of(Word.ROW_FORMAT)), NEW_SCHEMA);
    }

    private static SchemaModel changed(RandomChanges changes, SchemaModel start, int times) {
        SchemaModel state = start;
        for (int i = 0; i < times; i++) {
            state = changes.next(state).applyTo(state);
        }
        return state;
    }

    private static SchemaModel applied(List<Operation> operations, SchemaModel start) {
        SchemaModel state = start;
        for (Operation operation : operations) {
            state = operation.applyTo(state);
        }
        return state;
    }

    /** Views are nobody's business here. */
    private static SchemaModel withoutViews(SchemaModel schema) {
        return schema.withViews(List.of());
    }

    private static String lines(SchemaModel schema) {
        return SchemaLines.of(schema.ignoringColumnOrder());
    }

    /** A database that keeps everything as it was said. */
    private static final class WhatIsSaid implements DatabaseRules {

        @Override
        public SchemaModel comparable(SchemaModel said) {
            return said;
        }

        @Override
        public String name(String said) {
            return said;
        }

        @Override
        public TableName name(TableName said) {
            return said;
        }

        @Override
        public String words(ColumnType type) {
            return type.toString();
        }

        @Override
        public boolean viewsHoldColumns() {
            return false;
        }

        @Override
        public boolean keysHoldIdentity() {
            return false;
        }

        @Override
        public boolean converts(ColumnType from, ColumnType to) {
            return true;
        }

        @Override
        public boolean canDo(Operation operation, SchemaModel before) {
            return true;
        }

        @Override
        public SchemaModel after(Operation operation, SchemaModel before) {
            return operation.applyTo(before);
        }

        @Override
        public boolean isMadeUp(Table table, String name) {
            return false;
        }

        @Override
        public boolean namesOnce(Optional<Constraint.Kind> kind) {
            return true;
        }

        @Override
        public String sql(String said) {
            return said;
        }
    }
}
