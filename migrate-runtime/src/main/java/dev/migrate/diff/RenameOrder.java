package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Renames in an order in which each new name is free: what has a name gives it up before another thing takes it. */
final class RenameOrder {

    private final DatabaseRules rules;
    private final Map<ObjectName, Operation> bySource = new LinkedHashMap<>();

    private RenameOrder(DatabaseRules rules) {
        this.rules = rules;
    }

    /** Renames that hang together, each list in the order in which they are made. */
    static List<List<Operation>> of(Renames renames, DatabaseRules rules) {
        return new RenameOrder(rules).chains(renames.operations());
    }

    private List<List<Operation>> chains(List<Operation> renames) {
        Set<ObjectName> taken = new HashSet<>();
        for (Operation rename : renames) {
            bySource.putIfAbsent(known(source(rename)), rename);
            if (!isToItself(rename)) {
                taken.add(known(target(rename)));
            }
        }
        List<List<Operation>> chains = new ArrayList<>();
        Set<Operation> made = new HashSet<>();
        for (Operation rename : renames) {
            boolean again = bySource.get(known(source(rename))) != rename;
            if (again || !taken.contains(known(source(rename)))) {
                List<Operation> chain = again ? List.of(rename) : chain(rename);
                made.addAll(chain);
                chains.add(chain);
            }
        }
        renames.stream().filter(rename -> !made.contains(rename)).findFirst().ifPresent(rename -> {
            throw ring(chain(rename));
        });
        return chains;
    }

    /** From the last, whose new name nothing has, back to the first. */
    private List<Operation> chain(Operation first) {
        Deque<Operation> chain = new ArrayDeque<>();
        Operation rename = first;
        while (rename != null && !chain.contains(rename)) {
            chain.push(rename);
            rename = bySource.get(known(target(rename)));
        }
        return List.copyOf(chain);
    }

    private static MigrateException ring(List<Operation> renames) {
        return new MigrateException(Problem.of(
                        ProblemCode.BAD_PARAMETER,
                        renames.stream()
                                        .map(rename -> source(rename).toString())
                                        .sorted()
                                        .collect(Collectors.joining(" and "))
                                + " are to change places, and nobody could tell afterwards that they have")
                .at("migrate.renames")
                .next("rename them in a migration of your own, through a third name: mvn migrate:revision without"
                        + " autogenerate"));
    }

    /** Only written differently. */
    private boolean isToItself(Operation rename) {
        return known(source(rename)).equals(known(target(rename)));
    }

    /** What gets another name. */
    static ObjectName source(Operation rename) {
        if (rename instanceof RenameTable table) {
            return ObjectName.table(table.table());
        }
        RenameColumn column = (RenameColumn) rename;
        return ObjectName.of(ObjectName.Kind.COLUMN, column.table(), column.column());
    }

    /** What it becomes. */
    static ObjectName target(Operation rename) {
        if (rename instanceof RenameTable table) {
            return ObjectName.table(table.table().sibling(table.newName()));
        }
        RenameColumn column = (RenameColumn) rename;
        return ObjectName.of(ObjectName.Kind.COLUMN, column.table(), column.newName());
    }

    private ObjectName known(ObjectName said) {
        return said.part()
                .map(part -> ObjectName.of(said.kind(), rules.name(said.owner()), rules.name(part)))
                .orElseGet(() -> ObjectName.table(rules.name(said.owner())));
    }
}
