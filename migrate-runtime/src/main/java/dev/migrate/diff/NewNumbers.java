package dev.migrate.diff;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column whose numbers the database counted until now, and a sequence that is to count them and begins where every sequence
 * does. Where there are rows it gives numbers that are taken. How far they go differs from database to database, so that no
 * migration can know it beforehand.
 *
 * @param table the column's table
 * @param column the column
 * @param sources the new sequence, or those of which one is it; where the database has no sequences, tables in their place
 */
public record NewNumbers(TableName table, String column, List<Source> sources) {

    public NewNumbers {
        sources = List.copyOf(sources);
    }

    /**
     * What numbers come from.
     *
     * @param name its name
     * @param sequence the sequence; empty for a table that stands for one
     */
    public record Source(TableName name, Optional<Sequence> sequence) {

        private boolean isNamedAfter(TableName table) {
            return name.name().toLowerCase(Locale.ROOT).equals(table.name().toLowerCase(Locale.ROOT) + "_seq");
        }

        /** An application may take a number for the last of as many as the sequence skips. */
        private String next(TableName table, String column) {
            String behind = ", n being at least what SELECT MAX(" + column + ") + "
                    + sequence.map(each -> String.valueOf(each.increment()))
                            .orElse("the allocation size of the mapping")
                    + " FROM " + table + " gives in any of your databases";
            return sequence.isPresent()
                    ? "op.alterSequence(\"" + name + "\", s -> s.restartWith(n))" + behind
                    : "setting its number to n" + behind;
        }
    }

    static List<NewNumbers> in(List<Operation> operations) {
        List<Operation> single = operations.stream()
                .flatMap(operation ->
                        operation instanceof AlterTable several ? several.changes().stream() : Stream.of(operation))
                .toList();
        List<Source> sources = single.stream()
                .flatMap(operation -> source(operation, single).stream())
                .toList();
        List<NewNumbers> numbers = new ArrayList<>();
        for (Operation operation : single) {
            if (!sources.isEmpty()
                    && operation instanceof AlterColumn alter
                    && alter.identity() instanceof Change.Drop) {
                List<Source> own = sources.stream()
                        .filter(source -> source.isNamedAfter(alter.table()))
                        .toList();
                numbers.add(new NewNumbers(alter.table(), alter.column(), own.isEmpty() ? sources : own));
            }
        }
        return numbers;
    }

    private static Optional<Source> source(Operation operation, List<Operation> all) {
        if (operation instanceof CreateSequence create) {
            return Optional.of(new Source(create.definition().name(), Optional.of(create.definition())));
        }
        return operation instanceof CreateTable create && isCounter(create.definition(), all)
                ? Optional.of(new Source(create.definition().name(), Optional.empty()))
                : Optional.empty();
    }

    /** A table of one number, which is there from the beginning. */
    private static boolean isCounter(Table table, List<Operation> all) {
        return table.columns().size() == 1
                && all.stream()
                        .anyMatch(each -> each instanceof InsertRows insert
                                && insert.table().equals(table.name()));
    }

    /**
     * What has to be done where there are rows.
     *
     * @return a sentence
     */
    public String advice() {
        return "where " + table + " has rows, "
                + sources.stream().map(source -> source.name().toString()).collect(Collectors.joining(" or "))
                + " gives numbers that column " + column
                + " has already: let it begin behind them, by " + sources.get(0).next(table, column);
    }
}
