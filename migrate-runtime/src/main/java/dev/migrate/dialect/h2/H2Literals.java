package dev.migrate.dialect.h2;

import dev.migrate.dialect.Literals;
import java.util.UUID;

/** Values as H2 writes them. */
final class H2Literals extends Literals {

    @Override
    protected String escaped(String text) {
        StringBuilder literal = new StringBuilder("U&'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c < ' ') {
                literal.append(String.format("\\%04x", (int) c));
            } else {
                literal.append(c == '\'' ? "''" : String.valueOf(c));
            }
        }
        return literal.append('\'').toString();
    }

    @Override
    protected String uuid(UUID uuid) {
        return "UUID " + quoted(uuid.toString());
    }
}
