package dev.migrate.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the results of several histories under a line each that names the history. */
final class Sections {

    private Sections() {}

    /** The items by the name of their history, in the order in which they come. */
    static <T> Map<String, List<T>> byHistory(List<T> items, Function<T, String> history) {
        return items.stream().collect(Collectors.groupingBy(history, LinkedHashMap::new, Collectors.toList()));
    }

    /** The items as text, one after the other; with headings where there are several histories. */
    static <T> String text(List<T> items, Function<T, String> history, Function<List<T>, String> lines) {
        Map<String, List<T>> sections = byHistory(items, history);
        if (sections.size() < 2) {
            return lines.apply(items);
        }
        return sections.entrySet().stream()
                .map(section -> heading(section.getKey()) + ":\n" + lines.apply(section.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static String heading(String history) {
        return history.isEmpty() ? "history without a name" : "history " + history;
    }
}
