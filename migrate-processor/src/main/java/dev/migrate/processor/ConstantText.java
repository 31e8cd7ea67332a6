package dev.migrate.processor;

import java.util.ArrayList;
import java.util.List;

/** Text in pieces that a class file can hold as constants: 65,535 bytes at most, three for a character at worst. */
final class ConstantText {

    private static final int CHARACTERS = 65_535 / 3;

    private ConstantText() {}

    /**
     * As few pieces as hold these texts, one after the other: each constant costs the compiler more than its characters
     * do. A text begins and ends in the same piece, unless it is too long for one.
     */
    static List<String> packed(List<String> texts) {
        List<String> packed = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String text : texts) {
            if (piece.length() > 0 && piece.length() + text.length() > CHARACTERS) {
                packed.addAll(pieces(piece.toString()));
                piece.setLength(0);
            }
            piece.append(text);
        }
        packed.addAll(pieces(piece.toString()));
        return packed;
    }

    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += CHARACTERS) {
            pieces.add(text.substring(from, Math.min(text.length(), from + CHARACTERS)));
        }
        return pieces;
    }
}
