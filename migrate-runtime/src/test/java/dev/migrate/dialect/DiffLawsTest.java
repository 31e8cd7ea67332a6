package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.RandomChanges.Word;
import dev.migrate.diff.DatabaseRules;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.operation.Inversion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
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
        SchemaModel schema = changed(SchemaModel.empty(), seed, 30);

        SchemaDiff diff = DIFFER.diff(schema, DesiredSchema.of(schema));

        assertThat(diff).isEqualTo(new SchemaDiff(List.of(), List.of(), List.of(), List.of()));
    }

    @Property(tries = 300)
    void whatIsDoneAboutADifferenceMakesOneSchemaIntoTheOther(@ForAll long seed) {
        SchemaModel actual = changed(SchemaModel.empty(), seed, 12);
        SchemaModel desired = withoutViews(changed(actual, seed + 1, 12));

        SchemaDiff diff = DIFFER.diff(withoutViews(actual), DesiredSchema.of(desired));

        assertThat(lines(applied(diff.operations(), withoutViews(actual)))).isEqualTo(lines(desired));
    }

    @Property(tries = 100)
    void theWayBackIsTheDifferenceUndone(@ForAll long seed) {
        SchemaModel actual = withoutViews(changed(SchemaModel.empty(), seed, 12));
        SchemaModel desired = withoutViews(changed(actual, seed + 1, 12));

        List<Operation> operations = DIFFER.diff(actual, DesiredSchema.of(desired)).operations();
        List<Operation> back = Inversion.of(operations, actual).orElseThrow();

        assertThat(lines(applied(back, applied(operations, actual)))).isEqualTo(lines(actual));
    }

    private static SchemaModel changed(SchemaModel start, long seed, int times) {
        RandomChanges changes = new RandomChanges(seed, false, true, EnumSet.allOf(Word.class), NEW_SCHEMA);
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

    private static List<String> lines(SchemaModel schema) {
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
        public boolean canDo(Operation operation, SchemaModel before) {
            return true;
        }

        @Override
        public Optional<String> using(Column actual, Column desired) {
            return Optional.empty();
        }
    }
}
