package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a model wants beside its tables, and what of it a history may have made by SQL or code of its own. */
class HiddenObjectsTest {

    private static final Dialect POSTGRESQL = Dialects.offline("postgresql:17");

    private static CompareResult compared(Consumer<Operations> migration) {
        TestHistory history = history().revision("a1", "", migration, NOTHING);
        return FoldedComparison.of(
                        history.indexed(), RevisionGraph.of(history.indexed().nodes()), POSTGRESQL, config().build())
                .compare(
                        new DesiredModel(
                                "crew",
                                SchemaModel.empty()
                                        .withSequences(List.of(
                                                Sequence.of(TableName.parse("crew_seq")),
                                                Sequence.of(TableName.parse("ship_seq"))))
                                        .withEnumTypes(
                                                List.of(EnumType.of(TableName.parse("mood"), List.of("GOOD", "BAD"))))
                                        .withNamespaces(List.of(Namespace.of("audit"))),
                                Map.of(),
                                List.of(),
                                Set.of(),
                                true,
                                List.of()),
                        DiffPolicy.USUAL);
    }

    @Test
    void whatCodeMayHaveMadeIsNotCompared() {
        CompareResult found = compared(op -> {
            op.run("make all", 1, context -> {});
            op.createSequence("ship_seq");
        });

        assertThat(found.diff().differences()).isEmpty();
        assertThat(found.unseen())
                .containsExactly(
                        "sequence crew_seq: the code \"make all\" may have changed it",
                        "enum mood: the code \"make all\" may have changed it",
                        "schema audit: the code \"make all\" may have changed it");
    }

    @Test
    void whatIsMadeBehindTheCodeIsCompared() {
        CompareResult found = compared(op -> {
            op.execute("CREATE SEQUENCE crew_seq");
            op.createEnum("mood", "GOOD");
        });

        assertThat(found.diff().differences())
                .extracting(SchemaDifference::toString)
                .containsExactly("change enum mood: values GOOD, should be GOOD, BAD");
    }

    @Test
    void withoutSqlAndCodeWhatIsNotMadeIsMissing() {
        CompareResult found = compared(op -> op.createSequence("ship_seq"));

        assertThat(found.diff().differences())
                .extracting(SchemaDifference::toString)
                .containsExactly("add schema audit", "add sequence crew_seq", "add enum mood");
        assertThat(found.unseen()).isEmpty();
    }
}
