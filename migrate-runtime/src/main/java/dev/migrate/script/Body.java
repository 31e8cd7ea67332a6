package dev.migrate.script;

import dev.migrate.script.Lexer.Piece;
import dev.migrate.script.ScriptSyntax.Client;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Follows a statement from piece to piece: a semicolon inside its body does not end it. */
interface Body {

    /** The next piece; white space and comments are left out. */
    void piece(Piece piece, String text);

    /** Whether a semicolon here ends the statement. */
    boolean endsHere();

    /** What is still open where a script ends; empty when the statement may end there. */
    Optional<String> open();

    static Body of(ScriptSyntax syntax) {
        if (syntax.is(Client.PSQL)) {
            return new Atomic();
        }
        return syntax.is(Client.SQLITE3) ? new Trigger() : new Flat();
    }

    /** No bodies: MySQL's client has {@code DELIMITER} for them, H2's has dollars. */
    final class Flat implements Body {
        @Override
        public void piece(Piece piece, String text) {
            // every semicolon ends a statement
        }

        @Override
        public boolean endsHere() {
            return true;
        }

        @Override
        public Optional<String> open() {
            return Optional.empty();
        }
    }

    /** As {@code psql} does: parentheses, and {@code BEGIN ATOMIC … END} of functions and procedures. */
    final class Atomic implements Body {
        private static final int WORDS_BEFORE_KIND = 4;

        private final StringBuilder initials = new StringBuilder();
        private int parentheses;
        private int blocks;

        @Override
        public void piece(Piece piece, String text) {
            if (piece == Piece.OTHER && text.equals("(")) {
                parentheses++;
            } else if (piece == Piece.OTHER && text.equals(")")) {
                parentheses = Math.max(0, parentheses - 1);
            } else if (piece == Piece.WORD) {
                word(text.toLowerCase(Locale.ROOT));
            }
        }

        private void word(String word) {
            if (initials.length() < WORDS_BEFORE_KIND) {
                initials.append(initial(word));
            }
            if (parentheses == 0 && isRoutine()) {
                if (word.equals("begin") || (word.equals("case") && blocks > 0)) {
                    blocks++;
                } else if (word.equals("end")) {
                    blocks = Math.max(0, blocks - 1);
                }
            }
        }

        private static char initial(String word) {
            return switch (word) {
                case "create", "or", "replace", "function", "procedure" -> word.charAt(0);
                default -> '.';
            };
        }

        private boolean isRoutine() {
            String words = initials.toString();
            return words.startsWith("cf") || words.startsWith("cp") || words.equals("corf") || words.equals("corp");
        }

        @Override
        public boolean endsHere() {
            return parentheses == 0 && blocks == 0;
        }

        @Override
        public Optional<String> open() {
            if (blocks > 0) {
                return Optional.of("a routine whose BEGIN ATOMIC has no END");
            }
            return parentheses > 0 ? Optional.of("a statement with an open parenthesis") : Optional.empty();
        }
    }

    /** As {@code sqlite3_complete} does: a trigger ends with {@code ; END ;}. */
    final class Trigger implements Body {
        private static final List<String> BEFORE = List.of("CREATE", "TEMP", "TEMPORARY", "EXPLAIN", "QUERY", "PLAN");

        private boolean begun;
        private boolean created;
        private boolean trigger;
        private boolean semicolon;
        private boolean end;

        @Override
        public void piece(Piece piece, String text) {
            String word = piece == Piece.WORD ? text.toUpperCase(Locale.ROOT) : "";
            if (piece == Piece.DELIMITER) {
                semicolon = true;
                end = false;
                return;
            }
            end = trigger && semicolon && word.equals("END");
            semicolon = false;
            if (!begun) {
                trigger = created && word.equals("TRIGGER");
                created |= word.equals("CREATE");
                begun = trigger || !BEFORE.contains(word);
            }
        }

        @Override
        public boolean endsHere() {
            return !trigger || end;
        }

        @Override
        public Optional<String> open() {
            return trigger && !end ? Optional.of("a trigger without END;") : Optional.empty();
        }
    }
}
