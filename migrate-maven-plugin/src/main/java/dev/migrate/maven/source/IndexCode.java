package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.schema.Index;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words about one index. */
final class IndexCode {

    private static final String COLLATE = "COLLATE ";
    private static final String FULLTEXT = "fulltext";
    private static final String PARSER = "fulltext with parser ";

    private final ConventionalNames names;

    IndexCode(ConventionalNames names) {
        this.names = names;
    }

    /** Its columns, where there is nothing else to say. */
    Optional<List<String>> plainColumns(Index index, TableName table) {
        List<Index.Part> plain = index.parts().stream()
                .map(part -> Index.Part.column(part.term()))
                .toList();
        return index.equals(Index.of(index.name(), plain, false, Optional.empty())) && names.covers(index, table)
                ? Optional.of(plain.stream().map(Index.Part::term).toList())
                : Optional.empty();
    }

    List<Call> words(Index index, TableName table) {
        List<Call> words = new ArrayList<>();
        if (!names.covers(index, table)) {
            words.add(Call.of("named", Code.words(Unwritable.name("index", index.name()))));
        }
        parts(index.parts(), words);
        if (index.unique()) {
            words.add(Call.of("unique"));
        }
        if (index.nullsNotDistinct()) {
            words.add(Call.of("nullsNotDistinct"));
        }
        if (!index.include().isEmpty()) {
            words.add(Call.naming("include", index.include()));
        }
        index.method().ifPresent(method -> words.add(method(method)));
        index.storage()
                .forEach((parameter, value) -> words.add(Call.of("with", Code.words(parameter), storage(value))));
        index.where().ifPresent(condition -> words.add(Call.of("where", Code.sql(condition))));
        if (index.invisible()) {
            words.add(Call.of("invisible"));
        }
        return words;
    }

    /** Columns of which there is nothing else to say stand in one call. */
    private static void parts(List<Index.Part> parts, List<Call> words) {
        List<String> together = new ArrayList<>();
        for (Index.Part part : parts) {
            boolean plain = part.equals(Index.Part.column(part.term())) && !together.contains(part.term());
            if (!plain && !together.isEmpty()) {
                words.add(Call.naming("on", together));
                together.clear();
            }
            if (plain) {
                together.add(part.term());
            } else {
                part(part, words);
            }
        }
        if (!together.isEmpty()) {
            words.add(Call.naming("on", together));
        }
    }

    private static void part(Index.Part part, List<Call> words) {
        boolean onlyDescending = part.equals(Index.Part.column(part.term()).withDescending(true));
        if (onlyDescending) {
            words.add(Call.of("desc", Code.words(part.term())));
            return;
        }
        words.add(
                part.expression()
                        ? Call.of("onExpression", Code.sql(part.term()))
                        : Call.of("on", Code.words(part.term())));
        part.prefix().ifPresent(length -> words.add(Call.of("prefix", Code.number(length))));
        part.qualifier().ifPresent(sql -> words.addAll(qualified(sql)));
        if (part.descending()) {
            words.add(Call.of("descending"));
        }
        part.nulls().ifPresent(place -> words.add(Call.of(place == Index.Nulls.FIRST ? "nullsFirst" : "nullsLast")));
    }

    /** A collation, an operator class, or one behind the other. */
    private static List<Call> qualified(String sql) {
        if (!sql.startsWith(COLLATE)) {
            return List.of(Call.of("operatorClass", Code.words(sql)));
        }
        String collation = sql.substring(COLLATE.length());
        int end = collation.lastIndexOf(' ');
        boolean alone = end <= 0 || collation.endsWith("\"");
        return alone
                ? List.of(Call.of("collation", Code.words(collation)))
                : List.of(
                        Call.of("collation", Code.words(collation.substring(0, end))),
                        Call.of("operatorClass", Code.words(collation.substring(end + 1))));
    }

    private static Call method(String method) {
        if (method.startsWith(PARSER)) {
            return Call.of(FULLTEXT, Code.words(method.substring(PARSER.length())));
        }
        return method.equals(FULLTEXT) || method.equals("spatial")
                ? Call.of(method)
                : Call.of("using", Code.words(method));
    }

    /** A number as one, where that is recorded as the same text. */
    private static Code storage(String value) {
        return value.matches("0|[1-9][0-9]{0,17}") ? Code.number(Long.parseLong(value)) : Code.words(value);
    }
}
