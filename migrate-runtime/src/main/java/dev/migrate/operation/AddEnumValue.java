package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a word to a type (PostgreSQL).
 *
 * @param type the type
 * @param value the word
 * @param place where it goes; empty for the end
 * @param outsideTransaction whether it is added and committed by itself, because what follows uses it
 */
public record AddEnumValue(TableName type, String value, Optional<Place> place, boolean outsideTransaction)
        implements ObjectOperation {

    public AddEnumValue {
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(place, "place");
    }

    /**
     * A place beside another word.
     *
     * @param before whether in front of it; else behind it
     * @param neighbour the other word
     */
    public record Place(boolean before, String neighbour) {
        public Place {
            requireNonNull(neighbour, "neighbour");
        }
    }

    /**
     * The same addition, committed by itself.
     *
     * @return a copy
     */
    public AddEnumValue alone() {
        return new AddEnumValue(type, value, place, true);
    }

    @Override
    public String describe() {
        return "add value '" + value + "' to type " + type;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(EnumType.class, type, was -> {
            if (was.values().contains(value)) {
                throw new MigrateException(
                        Problem.of(ProblemCode.OBJECT_EXISTS, "type " + type + " has the value '" + value + "' already")
                                .next("correct the value, or leave the call out"));
            }
            List<String> values = new ArrayList<>(was.values());
            values.add(position(was), value);
            return was.withValues(values);
        });
    }

    private int position(EnumType was) {
        if (place.isEmpty()) {
            return was.values().size();
        }
        int neighbour = was.values().indexOf(place.get().neighbour());
        if (neighbour < 0) {
            throw EnumColumns.noValue(was, place.get().neighbour());
        }
        return place.get().before() ? neighbour : neighbour + 1;
    }

    /** A word is taken away by making the type anew. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(EnumType.class, type).map(was -> new SetEnumValues(type, was.values()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.madeOf(ObjectName.of(ObjectName.Kind.ENUM_VALUE, type, value));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addEnumValue(this);
    }
}
