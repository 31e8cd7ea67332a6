package dev.migrate.record;

import dev.migrate.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The words of an enumeration, as they are written in a call. */
final class EnumWords {

    private EnumWords() {}

    static ColumnType type(String first, String... more) {
        return new ColumnType.EnumOf(words(first, more));
    }

    static List<String> words(String first, String... more) {
        List<String> words = new ArrayList<>();
        words.add(first);
        words.addAll(List.of(more));
        if (new HashSet<>(words).size() < words.size()) {
            throw Checked.bad("a word stands twice in the enumeration " + words, "write each word once");
        }
        return words;
    }
}
