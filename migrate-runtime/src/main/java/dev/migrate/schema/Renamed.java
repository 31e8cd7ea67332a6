package dev.migrate.schema;

import java.util.List;

/** Follows a renamed column. */
final class Renamed {

    private Renamed() {}

    static List<String> column(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
