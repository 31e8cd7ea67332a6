package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ExactName;
import dev.migrate.schema.TableName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How names stand in SQL and in the catalogue of one database.
 *
 * <p>A <em>regular</em> name (a lower-case letter, then lower-case letters, digits and {@code _}) is written bare, so that
 * the server folds it and SQL written by hand beside it finds it; when it is a keyword there, it is quoted in the case
 * into which the server would have folded it. Any other name is quoted as it is written.
 *
 * <p>On a server that folds to upper case a regular name is thus another one than the same letters in quotes. The latter
 * has a word of its own there: {@link ExactName}.
 */
public final class Identifiers {

    private static final Pattern REGULAR = Pattern.compile("[a-z][a-z0-9_]*");

    private final Folding folding;
    private final String quote;
    private final Set<String> keywords;

    /**
     * The rules of a database.
     *
     * @param folding what happens to a name that is not quoted
     * @param quote the character around a quoted name, which is written twice within it
     * @param keywords words that cannot be a bare name, in lower case
     */
    public Identifiers(Folding folding, char quote, Set<String> keywords) {
        this.folding = requireNonNull(folding, "folding");
        this.quote = String.valueOf(quote);
        this.keywords = Set.copyOf(keywords);
    }

    /**
     * A name as it stands in SQL.
     *
     * @param name a column, index, constraint or schema
     * @return the name, quoted where it must be
     */
    public String sql(String name) {
        return isRegular(name) && !keywords.contains(name) ? name : quoted(stored(name));
    }

    /**
     * A table's name as it stands in SQL.
     *
     * @param table the name
     * @return the name, with its schema where it has one, quoted where it must be
     */
    public String sql(TableName table) {
        return table.schema().map(schema -> sql(schema) + ".").orElse("") + sql(table.name());
    }

    /**
     * A name as the catalogue holds it.
     *
     * @param name the name as migrations write it
     * @return the folded name, if it is regular; the letters of an exact one; else the same
     */
    public String stored(String name) {
        if (isRegular(name)) {
            return folding.apply(name);
        }
        return folding == Folding.UPPER ? ExactName.within(name).orElse(name) : name;
    }

    /**
     * A name as migrations write it.
     *
     * @param stored the name as the catalogue holds it
     * @return the regular name that folds to it, if there is one; the exact one, if the same letters mean another name; else
     *     the same
     */
    public String unfolded(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        if (isRegular(lower) && folding.apply(lower).equals(stored)) {
            return lower;
        }
        return folding == Folding.UPPER && !stored(stored).equals(stored) ? ExactName.of(stored) : stored;
    }

    /**
     * A name as migrations write it, from SQL.
     *
     * @param text the name as it stands in SQL, without its quotes
     * @param quoted whether it has quotes
     * @return the name of what the database finds by it
     */
    public String understood(String text, boolean quoted) {
        return unfolded(quoted ? text : folding.apply(text));
    }

    /**
     * A name between quotes.
     *
     * @param stored the name as the catalogue holds it
     * @return the quoted name
     */
    public String quoted(String stored) {
        return quote + stored.replace(quote, quote + quote) + quote;
    }

    private static boolean isRegular(String name) {
        return REGULAR.matcher(name).matches();
    }
}
