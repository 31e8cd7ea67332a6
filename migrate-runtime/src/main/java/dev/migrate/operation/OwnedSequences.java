package dev.migrate.operation;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.function.Function;

/** Sequences that go with a column, when their table changes. */
final class OwnedSequences {

    private OwnedSequences() {}

    static SchemaModel ofRenamedTable(TableName from, TableName to, SchemaModel schema) {
        return changed(
                schema,
                owner -> Optional.of(owner.table().equals(from) ? new Sequence.Owner(to, owner.column()) : owner));
    }

    static SchemaModel ofRenamedColumn(TableName table, String from, String to, SchemaModel schema) {
        return changed(
                schema,
                owner -> Optional.of(
                        owner.equals(new Sequence.Owner(table, from)) ? new Sequence.Owner(table, to) : owner));
    }

    static SchemaModel withoutTable(TableName table, SchemaModel schema) {
        return changed(
                schema, owner -> Optional.of(owner).filter(kept -> !kept.table().equals(table)));
    }

    static SchemaModel withoutColumn(TableName table, String column, SchemaModel schema) {
        Sequence.Owner gone = new Sequence.Owner(table, column);
        return changed(schema, owner -> Optional.of(owner).filter(kept -> !kept.equals(gone)));
    }

    /** Whether nothing goes that an inverse could not bring back. */
    static boolean none(TableName table, SchemaModel schema) {
        return withoutTable(table, schema).equals(schema);
    }

    static boolean none(TableName table, String column, SchemaModel schema) {
        return withoutColumn(table, column, schema).equals(schema);
    }

    /** A sequence goes with an owner of which nothing remains. */
    private static SchemaModel changed(SchemaModel schema, Function<Sequence.Owner, Optional<Sequence.Owner>> change) {
        if (schema.sequences().stream().allMatch(sequence -> sequence.owner().isEmpty())) {
            return schema;
        }
        return schema.withSequences(schema.sequences().stream()
                .map(sequence -> sequence.withOwner(sequence.owner().flatMap(change)))
                .filter(sequence -> sequence.owner().isPresent()
                        || schema.find(Sequence.class, sequence.name())
                                .flatMap(Sequence::owner)
                                .isEmpty())
                .toList());
    }
}
