package dev.migrate.operation;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples about keys, constraints and indexes, on the tables of {@link OneOfEach}. */
public final class ConstraintExamples {

    private static final TableName USERS = OneOfEach.USERS;
    private static final TableName TEAMS = OneOfEach.TEAMS;

    private ConstraintExamples() {}

    /** What every database can do. */
    static Map<String, Operation> everywhere() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("renameIndex", new RenameIndex(USERS, "ix_users_fax", "ix_users_telefax"));
        examples.put("renameIndex of a unique constraint", new RenameIndex(TEAMS, "uq_teams_name", "uq_teams_title"));
        examples.put("renameConstraint unique", rename("uq_users_email", "uq_users_mail"));
        examples.put("renameConstraint foreign key", rename("fk_users_team_id_teams", "fk_users_team"));
        examples.put("renameConstraint check", rename("ck_users_adult", "ck_users_of_age"));
        examples.put(
                "renameConstraint check of a kind",
                new RenameConstraint(USERS, "ck_users_adult", "ck_users_of_age", Optional.of(Constraint.Kind.CHECK)));
        examples.put(
                "dropConstraint of a kind",
                new DropConstraint(USERS, "uq_users_email", Optional.of(Constraint.Kind.UNIQUE)));
        examples.put("validateConstraint", new ValidateConstraint(USERS, "fk_users_team_id_teams"));
        examples.put(
                "alterTable that renames what it uses",
                new AlterTable(
                        USERS,
                        List.of(
                                new RenameIndex(USERS, "ix_users_fax", "ix_users_telefax"),
                                new RenameColumn(USERS, "fax", "telefax"),
                                rename("fk_users_team_id_teams", "fk_users_team"),
                                new DropConstraint(USERS, "fk_users_team"))));
        return examples;
    }

    private static RenameConstraint rename(String from, String to) {
        return new RenameConstraint(USERS, from, to, Optional.empty());
    }

    /** What some databases can do and others have no word for. */
    public static Map<String, TableOperation> notEverywhere() {
        Map<String, TableOperation> examples = new LinkedHashMap<>();
        examples.put("addConstraint foreign key that waits", add(key().withDeferral(Optional.of(Deferral.DEFERRED))));
        examples.put(
                "addConstraint foreign key that can wait", add(key().withDeferral(Optional.of(Deferral.IMMEDIATE))));
        examples.put(
                "addConstraint foreign key not valid", add(key().withEnforcement(Optional.of(Enforcement.NEW_ROWS))));
        examples.put(
                "addConstraint foreign key not enforced", add(key().withEnforcement(Optional.of(Enforcement.NO_ROWS))));
        examples.put("addConstraint foreign key match full", add(key(List.of(), true)));
        examples.put("addConstraint foreign key that empties some columns", add(key(List.of("team_id"), false)));
        examples.put("addConstraint unique nulls not distinct", add(unique(true, List.of(), Optional.empty())));
        examples.put("addConstraint unique include", add(unique(false, List.of("fax"), Optional.empty())));
        examples.put("addConstraint unique that waits", add(unique(false, List.of(), Optional.of(Deferral.DEFERRED))));
        examples.put("addConstraint check not valid", add(check(false, Optional.of(Enforcement.NEW_ROWS))));
        examples.put("addConstraint check not enforced", add(check(false, Optional.of(Enforcement.NO_ROWS))));
        examples.put("addConstraint check no inherit", add(check(true, Optional.empty())));
        examples.put("addConstraint exclusion", add(exclusion()));
        examples.put(
                "createIndex nulls not distinct",
                create(Index.of("ix_users_more", List.of(Index.Part.column("fax")), true, Optional.empty())
                        .withNullsNotDistinct(true)));
        examples.put(
                "createIndex with storage parameters",
                create(Index.of("ix_users_more", List.of(Index.Part.column("fax")), false, Optional.empty())
                        .withStorage(Map.of("fillfactor", "70"))));
        examples.put("renameConstraint primary key", rename("pk_users", "pk_people"));
        examples.put(
                "validateConstraint not valid before",
                new AlterTable(
                        USERS,
                        List.of(
                                add(check(false, Optional.of(Enforcement.NEW_ROWS))),
                                new ValidateConstraint(USERS, "ck_users_more"))));
        examples.put(
                "renameConstraint exclusion",
                new AlterTable(USERS, List.of(add(exclusion()), rename("ex_users_more", "ex_users_most"))));
        examples.put(
                "createTable with every kind of constraint",
                new CreateTable(OneOfEach.IN_ORDER
                        .get(1)
                        .withName(TableName.parse("members"))
                        .withConstraints(List.of(
                                key().withEnforcement(Optional.of(Enforcement.NEW_ROWS)),
                                unique(true, List.of("fax"), Optional.of(Deferral.IMMEDIATE)),
                                check(true, Optional.of(Enforcement.NEW_ROWS)),
                                exclusion()))
                        .withoutIndex("ix_users_created_at")
                        .withoutIndex("ix_users_fax")
                        .withColumn("id", column -> column.withIdentity(Optional.empty()))));
        return examples;
    }

    private static AddConstraint add(Constraint constraint) {
        return new AddConstraint(USERS, constraint);
    }

    private static CreateIndex create(Index index) {
        return new CreateIndex(USERS, index, false);
    }

    private static ForeignKey key() {
        return key(List.of(), false);
    }

    private static ForeignKey key(List<String> emptied, boolean matchFull) {
        return new ForeignKey(
                "fk_users_more",
                List.of("team_id"),
                TEAMS,
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.NO_ACTION,
                emptied,
                matchFull,
                Optional.empty(),
                Optional.empty());
    }

    private static UniqueConstraint unique(
            boolean nullsNotDistinct, List<String> include, Optional<Deferral> deferral) {
        return new UniqueConstraint("uq_users_more", List.of("status", "age"), nullsNotDistinct, include, deferral);
    }

    private static CheckConstraint check(boolean noInherit, Optional<Enforcement> enforcement) {
        return new CheckConstraint("ck_users_more", "age < 200", noInherit, enforcement);
    }

    private static ExclusionConstraint exclusion() {
        return new ExclusionConstraint(
                "ex_users_more",
                "gist",
                List.of(
                        new Element(Index.Part.expression("int4range(age, age + 1)"), "&&"),
                        new Element(Index.Part.expression("tsrange(created_at, NULL)"), "-|-")),
                List.of("fax"),
                Optional.of("age > 0"),
                Optional.of(Deferral.DEFERRED));
    }
}
