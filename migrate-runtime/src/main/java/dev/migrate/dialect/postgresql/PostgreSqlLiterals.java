package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Literals;
import java.util.UUID;

/** Values as PostgreSQL writes them, with and without {@code standard_conforming_strings}. */
final class PostgreSqlLiterals extends Literals {

    @Override
    protected String escaped(String text) {
        StringBuilder literal = new StringBuilder("E'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\'') {
                literal.append(c).append(c);
            } else {
                literal.append(c < ' ' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
            }
        }
        return literal.append('\'').toString();
    }

    @Override
    protected String bytes(String hex) {
        return "decode('" + hex + "', 'hex')";
    }

    @Override
    protected String uuid(UUID uuid) {
        return "UUID " + quoted(uuid.toString());
    }
}
