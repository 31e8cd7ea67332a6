package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.graph.RevisionNode;
import dev.migrate.maven.source.OperationSource.Way;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frame of a migration and what is put into it. */
class RevisionTemplateTest {

    private static final TableName USERS = TableName.parse("users");

    private static final Operation RATE = new AddColumn(
            USERS,
            Column.of("rate", new ColumnType.Decimal(6, 4))
                    .withDefault(Optional.of(new DefaultValue.Numeric(new BigDecimal("0.5"))))
                    .withComment(
                            Optional.of("what a user pays for an hour, in the currency of the user's own country")));

    @TempDir
    Path directory;

    @Test
    void operationsAreLaidOutForThePlaceTheyAreFilledInto() {
        String text = """
                package ${package};

                import dev.migrate.*;
                ${imports}

                /** ${comment} */
                ${annotation}
                public final class ${class} extends com.acme.Base {
                \t@Override public void up(Operations op) {
                \t\tlog("up");
                \t\t${upgrade}
                \t}
                \t@Override public void down(Operations op) {
                \t\t${downgrade}
                \t}
                \t${parts}
                }
                """;

        assertThat(rendered(text, List.of(RATE), List.of())).isEqualTo("""
                package app;

                import dev.migrate.*;
                import java.math.BigDecimal;

                /** add rate */
                @Revision(id = "b2", message = "add rate")
                public final class R extends com.acme.Base {
                \t@Override public void up(Operations op) {
                \t\tlog("up");
                \t\top.addColumn(
                \t\t        "users",
                \t\t        c -> c.decimal("rate", 6, 4)
                \t\t                .defaultValue(new BigDecimal("0.5"))
                \t\t                .comment("what a user pays for an hour, in the currency of the user's own country"));
                \t}
                \t@Override public void down(Operations op) {}
                }
                """);
    }

    @Test
    void aTemplateWithoutAPlaceForWhatThereIsToWriteIsRefused() {
        String text = """
                package ${package};
                import dev.migrate.*;
                ${annotation}
                public class ${class} extends Base {
                    public void upgrade(Operations op) {
                        ${upgrade}
                    }
                }
                """;

        assertThat(rendered(text, List.of(new DropTable(USERS)), List.of())).contains("op.dropTable(\"users\");");
        assertThatThrownBy(() -> rendered(text, List.of(RATE), List.of(new DropColumn(USERS, "rate"))))
                .hasMessage("""
                        [bad-template] the template has no place for what the revision does: it lacks ${downgrade} and \
                        ${imports}
                          where: %s
                          next:  add it, alone on a line, as in the template that migrate:init writes""", file());
    }

    @Test
    void aPlaceBesideOtherCodeIsRefused() {
        assertThatThrownBy(() -> rendered("class ${class} { { ${upgrade} } }", List.of(RATE), List.of()))
                .hasMessageStartingWith("[bad-template] ${upgrade} does not stand alone on its line");
    }

    @Test
    void whatIsFilledInIsNoPlaceItself() {
        ExecuteSql sql = new ExecuteSql("SELECT\n${id}\n${parts}", List.of(), Assurance.NONE);

        assertThat(rendered(RevisionTemplate.standard().text(), List.of(sql), List.of()))
                .contains("""
                        op.execute(\"""
                                SELECT
                                ${id}
                                ${parts}\""");
                """);
    }

    @Test
    void partsOfALargeMigrationFollowItsMethods() {
        List<Operation> operations =
                List.of(new CreateTable(table("one")), new CreateTable(table("two")), new CreateTable(table("three")));

        String source = rendered(RevisionTemplate.standard().text(), operations, List.of());

        assertThat(source).contains("""
                    @Override
                    public void upgrade(Operations op) {
                        UpgradePart1.addTo(op);
                        UpgradePart2.addTo(op);
                    }

                    @Override
                    public void downgrade(Operations op) {}

                    private static final class UpgradePart1 {

                        static void addTo(Operations op) {
                            op.createTable("one", t -> {
                                t.text("c0");
                """).endsWith("""
                                t.text("c799");
                            });
                        }
                    }
                }
                """);
    }

    private static Table table(String name) {
        return Table.of(
                TableName.parse(name),
                IntStream.range(0, 800)
                        .mapToObj(i -> Column.of("c" + i, new ColumnType.Text()))
                        .toList());
    }

    private Path file() {
        return directory.resolve("own.template");
    }

    private String rendered(String text, List<Operation> up, List<Operation> down) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RevisionDraft draft =
                new RevisionDraft(new RevisionNode("b2", List.of(), List.of(), List.of()), "add rate", "app", "R");
        return RevisionTemplate.of(file(), StandardCharsets.UTF_8)
                .render(
                        draft,
                        OperationSource.of(Way.of(up), Way.of(down), WrittenMigrations.LIMIT, false),
                        StandardCharsets.UTF_8);
    }
}
