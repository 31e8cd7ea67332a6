package dev.migrate.diff;

import dev.migrate.schema.Table;

/**
 * A table in two forms.
 *
 * @param said as it was said: what is rendered
 * @param twin in the form that can be compared; the same columns in the same order
 */
record Twins(Table said, Table twin) {

    /** Where a column stands, by its name in the form that can be compared; negative when there is none. */
    int indexOf(String column) {
        for (int i = 0; i < twin.columns().size(); i++) {
            if (twin.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
