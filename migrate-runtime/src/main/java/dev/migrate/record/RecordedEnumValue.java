package dev.migrate.record;

import dev.migrate.EnumValueSpec;
import dev.migrate.operation.AddEnumValue;
import java.util.Optional;

/** Gathers where a value of an enum type goes. */
final class RecordedEnumValue implements EnumValueSpec {

    private Optional<AddEnumValue.Place> place = Optional.empty();

    Optional<AddEnumValue.Place> place() {
        return place;
    }

    @Override
    public EnumValueSpec before(String value) {
        place = Optional.of(new AddEnumValue.Place(true, value));
        return this;
    }

    @Override
    public EnumValueSpec after(String value) {
        place = Optional.of(new AddEnumValue.Place(false, value));
        return this;
    }
}
