package dev.migrate.maven.source;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.Optional;

/** Tells which names go without saying, because a migration gives them by itself. */
final class ConventionalNames {

    private final NameLimit limit;

    ConventionalNames(NameLimit limit) {
        this.limit = limit;
    }

    boolean isPrimaryKey(String name, TableName table) {
        return is(name, NamingConvention.primaryKey(table));
    }

    boolean covers(PrimaryKey key, TableName table) {
        return isPrimaryKey(key.name(), table);
    }

    boolean covers(UniqueConstraint unique, TableName table) {
        return is(unique.name(), NamingConvention.unique(table, unique.columns()));
    }

    boolean covers(ForeignKey key, TableName table) {
        return is(key.name(), NamingConvention.foreignKey(table, key.columns(), key.references()));
    }

    /** A name is made of columns only. */
    boolean covers(Index index, TableName table) {
        return index.parts().stream().noneMatch(Index.Part::expression)
                && is(
                        index.name(),
                        NamingConvention.index(
                                table,
                                index.parts().stream().map(Index.Part::term).toList()));
    }

    boolean covers(ExclusionConstraint exclusion, TableName table) {
        return exclusion.elements().stream().noneMatch(element -> element.part().expression())
                && is(exclusion.name(), NamingConvention.exclusion(table, exclusion.columns()));
    }

    /** The short name of a check, from which convention makes the full one. */
    Optional<String> ofCheck(Constraint check, TableName table) {
        String beginning = NamingConvention.check(table, "");
        return Optional.of(check.name())
                .filter(name -> name.startsWith(beginning) && name.equals(limit.fit(name)))
                .map(name -> name.substring(beginning.length()))
                .filter(name -> !name.isBlank());
    }

    private boolean is(String name, String conventional) {
        return name.equals(limit.fit(conventional));
    }
}
