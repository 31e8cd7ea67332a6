package dev.migrate.processor;

import java.util.ArrayList;
import java.util.List;

/** Text in pieces that a class file can hold as constants: 65,535 bytes at most, three for a character at worst. */
final class ConstantText {

    private static final int CHARACTERS = 65_535 / 3;

    private ConstantText() {}

    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += CHARACTERS) {
            pieces.add(text.substring(from, Math.min(text.length(), from + CHARACTERS)));
        }
        return pieces;
    }
}
