package dev.migrate.graph;

import java.util.Collection;
import java.util.List;

/** How names stand in a sentence. */
final class Words {

    private static final int MOST_NAMES = 6;

    private Words() {}

    /** The names in quotes, with commas and "and"; a long list is cut and counted. */
    static String list(Collection<String> names) {
        List<String> quoted = names.stream().map(Words::quoted).toList();
        int count = quoted.size();
        if (count > MOST_NAMES) {
            return String.join(", ", quoted.subList(0, MOST_NAMES - 1)) + " and " + (count - MOST_NAMES + 1) + " more";
        }
        if (count < 2) {
            return String.join("", quoted);
        }
        return String.join(", ", quoted.subList(0, count - 1)) + " and " + quoted.get(count - 1);
    }

    static String quoted(String name) {
        return '"' + visible(name) + '"';
    }

    /** The text with control characters spelled out, cut where nobody would read on. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        int shown = Math.min(text.length(), 100);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return shown < text.length() ? out.append('…').toString() : out.toString();
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
