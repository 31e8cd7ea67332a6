package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keys that get names which others of them have until then: of one table, or of several where the database has a name but
 * once. Each that is in the way of another, and another in its own, has a third name for a moment.
 */
final class SwappedNames {

    private final List<Rename> renames;
    private final DatabaseRules rules;

    /**
     * @param everywhere whether no other table may have the names
     */
    private record Rename(Operation operation, TableName table, String from, String to, boolean everywhere) {

        private boolean meets(Rename other) {
            return !operation.equals(other.operation)
                    && ((everywhere && other.everywhere) || table.equals(other.table));
        }
    }

    private SwappedNames(List<Rename> renames, DatabaseRules rules) {
        this.renames = renames;
        this.rules = rules;
    }

    static SwappedNames in(List<Step> steps, DatabaseRules rules) {
        return new SwappedNames(
                steps.stream()
                        .filter(step -> step.phase() == Phase.DROP_KEYS)
                        .flatMap(step -> rename(step.operation(), rules).stream())
                        .toList(),
                rules);
    }

    private static Optional<Rename> rename(Operation operation, DatabaseRules rules) {
        if (operation instanceof RenameConstraint key) {
            return Optional.of(new Rename(
                    key,
                    rules.name(key.table()),
                    rules.name(key.constraint()),
                    rules.name(key.newName()),
                    rules.namesOnce(key.kind())));
        }
        return operation instanceof RenameIndex index
                ? Optional.of(new Rename(
                        index,
                        rules.name(index.table()),
                        rules.name(index.index()),
                        rules.name(index.newName()),
                        rules.namesOnce(Optional.empty())))
                : Optional.empty();
    }

    /** Whether another rename needs the name that this one gives up. */
    boolean frees(Operation operation) {
        return rename(operation, rules)
                .filter(given -> renames.stream().anyMatch(each -> each.meets(given) && each.to.equals(given.from)))
                .isPresent();
    }

    /** Whether the name that it is to get is one that another rename has yet to give up. */
    boolean isBarred(Operation operation) {
        return rename(operation, rules)
                .filter(given -> renames.stream().anyMatch(each -> each.meets(given) && each.from.equals(given.to)))
                .isPresent();
    }

    /** The same in two steps, with all that give up a name between them. */
    List<Step> byAnotherName(Operation operation) {
        if (operation instanceof RenameConstraint key) {
            String between = between(key.table(), key.constraint());
            return List.of(
                    new Step(
                            Phase.FREE_NAMES, new RenameConstraint(key.table(), key.constraint(), between, key.kind())),
                    new Step(Phase.DROP_KEYS, new RenameConstraint(key.table(), between, key.newName(), key.kind())));
        }
        RenameIndex index = (RenameIndex) operation;
        String between = between(index.table(), index.index());
        return List.of(
                new Step(Phase.FREE_NAMES, new RenameIndex(index.table(), index.index(), between)),
                new Step(Phase.DROP_KEYS, new RenameIndex(index.table(), between, index.newName())));
    }

    /** Short enough for any database, and the same in every run. */
    private static String between(TableName table, String name) {
        return "tmp_" + String.format(Locale.ROOT, "%08x", (table + "." + name).hashCode());
    }
}
