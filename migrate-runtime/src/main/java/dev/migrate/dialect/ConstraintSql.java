package dev.migrate.dialect;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a constraint says, after its name. A word that the database does not know is refused. */
final class ConstraintSql {

    private final AnsiDefinitions sql;
    private final TableName table;

    ConstraintSql(AnsiDefinitions sql, TableName table) {
        this.sql = sql;
        this.table = table;
    }

    String of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY " + sql.names(key.columns()) + include(key, key.include())
                    + deferral(key, key.deferral());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "UNIQUE "
                    + (unique.nullsNotDistinct()
                            ? word(ConstraintWord.NULLS_NOT_DISTINCT, unique, "NULLS NOT DISTINCT ")
                            : "")
                    + sql.names(unique.columns())
                    + include(unique, unique.include())
                    + deferral(unique, unique.deferral());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof CheckConstraint check ? check(check) : exclusion((ExclusionConstraint) constraint);
    }

    private String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + sql.names(key.columns()) + " REFERENCES " + sql.references(table, key)
                + (key.matchFull() ? word(ConstraintWord.MATCH_FULL, key, " MATCH FULL") : "")
                + action(" ON DELETE ", key.onDelete())
                + (key.emptied().isEmpty()
                        ? ""
                        : word(ConstraintWord.EMPTIED_COLUMNS, key, " " + sql.names(key.emptied())))
                + action(" ON UPDATE ", key.onUpdate())
                + deferral(key, key.deferral())
                + enforcement(key, key.enforcement());
    }

    /** Nothing for what the standard does by itself. */
    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : event + action.sql();
    }

    private String check(CheckConstraint check) {
        return "CHECK (" + check.condition() + ")"
                + (check.noInherit() ? word(ConstraintWord.NO_INHERIT, check, " NO INHERIT") : "")
                + enforcement(check, check.enforcement());
    }

    private String exclusion(ExclusionConstraint exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> sql.indexPart(exclusion.name() + " on " + table, element.part()) + " WITH "
                        + element.operator())
                .collect(Collectors.joining(", ", "(", ")"));
        return word(ConstraintWord.EXCLUDE, exclusion, "EXCLUDE USING " + sql.name(exclusion.method()) + " ")
                + elements
                + include(exclusion, exclusion.include())
                + exclusion
                        .where()
                        .map(condition -> " WHERE (" + condition + ")")
                        .orElse("")
                + deferral(exclusion, exclusion.deferral());
    }

    private String include(Constraint constraint, List<String> columns) {
        return columns.isEmpty() ? "" : word(ConstraintWord.INCLUDE, constraint, " INCLUDE " + sql.names(columns));
    }

    private String deferral(Constraint constraint, Optional<Deferral> deferral) {
        return deferral.map(until -> word(
                        ConstraintWord.DEFERRABLE,
                        constraint,
                        " DEFERRABLE" + (until == Deferral.DEFERRED ? " INITIALLY DEFERRED" : "")))
                .orElse("");
    }

    private String enforcement(Constraint constraint, Optional<Enforcement> enforcement) {
        return enforcement
                .map(rows -> rows == Enforcement.NEW_ROWS
                        ? word(ConstraintWord.NOT_VALID, constraint, " NOT VALID")
                        : word(ConstraintWord.NOT_ENFORCED, constraint, " NOT ENFORCED"))
                .orElse("");
    }

    private String word(ConstraintWord word, Constraint constraint, String text) {
        if (!sql.knows(word, constraint)) {
            throw sql.unsupported(
                    word.feature(), constraint.kind().words() + " " + constraint.name() + " of " + table + " is one");
        }
        return text;
    }
}
