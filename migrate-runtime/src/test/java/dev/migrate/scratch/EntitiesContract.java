package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.model.InitialRow;
import dev.migrate.model.OpenModel;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.Golden;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What entities ask for, tried out on one database. */
abstract class EntitiesContract {

    private DataSource database;

    /** An empty database on which scratches can be made. */
    abstract DataSource fresh() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        database = fresh();
    }

    private DesiredModel desired(OpenModel model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return new DesiredStates(dialect, dialect.homeSchema(connection), new ScratchOf(database))
                    .ofEntities(model);
        }
    }

    @Test
    void theShopIsWhatTheDatabaseMakesOfHibernatesScript() throws SQLException {
        DesiredModel shop = desired(Samples.shop());

        Golden.of(getClass(), "shop-" + name() + ".txt").matches(SchemaLines.of(shop.schema()) + "\n");
        assertThat(shop.warnings()).isEmpty();
    }

    String name() {
        return getClass().getSimpleName().replaceAll("EntitiesTest", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void twoReadingsAreEqual() throws SQLException {
        assertThat(desired(Samples.shop())).isEqualTo(desired(Samples.shop()));
    }

    @Test
    void whatMigrationsMakeOfItReadsBackTheSame() throws SQLException {
        DesiredModel shop = desired(Samples.shop());
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            SchemaModel made = SchemaModel.empty();
            for (Operation operation : creating(shop.schema())) {
                for (SqlStatement sql : dialect.render(operation, made)) {
                    run(connection, sql.sql());
                }
                made = operation.applyTo(made);
            }

            SchemaModel read = dialect.catalog().schema(connection, Optional.empty());

            assertThat(SchemaLines.of(dialect.normalized(read)))
                    .isEqualTo(SchemaLines.of(dialect.normalized(shop.schema())));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin " + sql, e);
        }
    }

    private static List<Operation> creating(SchemaModel schema) {
        List<Operation> operations = new ArrayList<>();
        schema.sequences().forEach(sequence -> operations.add(new CreateSequence(sequence)));
        List<Operation> keys = new ArrayList<>();
        for (Table table : schema.tables()) {
            List<Constraint> within = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof ForeignKey) {
                    keys.add(new AddConstraint(table.name(), constraint));
                } else {
                    within.add(constraint);
                }
            }
            operations.add(new CreateTable(table.withConstraints(within)));
        }
        operations.addAll(keys);
        return operations;
    }

    @Test
    void whatIsKnownWithoutTryingIsNearlyTheSame() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            DesiredStates states = new DesiredStates(dialect, dialect.homeSchema(connection), new ScratchOf(database));
            SchemaModel tried =
                    dialect.normalized(states.ofEntities(Samples.shop()).schema());

            SchemaModel untried =
                    dialect.normalized(states.ofEntitiesUntried(Samples.shop()).schema());

            assertThat(SchemaLines.of(untried)).isEqualTo(SchemaLines.of(tried));
        }
    }

    @Test
    void inQuotesTheSameThingsHaveTheSameLetters() throws SQLException {
        List<String> plain = letters(desired(Samples.entitiesOf("samples.clinic", Map.of())));

        List<String> quoted = letters(
                desired(Samples.entitiesOf("samples.clinic", Map.of("hibernate.globally_quoted_identifiers", "true"))));

        assertThat(quoted).isEqualTo(plain);
    }

    private static List<String> letters(DesiredModel model) {
        return SchemaLines.of(model.schema())
                .lines()
                .map(line -> line.replaceAll("[`\"]", "").toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    @Test
    void otherSchemasGoByTheirOwnNames() throws SQLException {
        DesiredModel clinic = desired(Samples.entitiesOf("samples.clinic", Map.of()));
        TableName insurer = TableName.parse("billing.Insurer");
        Table table = clinic.schema().tables().stream()
                .filter(each -> each.name().toString().equalsIgnoreCase(insurer.toString()))
                .findFirst()
                .orElseThrow();

        assertThat(table.uniques().stream().map(unique -> unique.name().toLowerCase(Locale.ROOT)))
                .containsExactly("uq_insurer_legalname_country");
        assertThat(clinic.schema().namespaces()).containsExactly(Namespace.of("billing"));
        assertThat(clinic.schema().tables().stream()
                        .flatMap(each -> each.foreignKeys().stream())
                        .filter(key -> key.name().endsWith("_" + table.name().name()))
                        .map(ForeignKey::references))
                .containsExactly(table.name());
    }

    @Test
    void aTableOfAnotherSchemaFindsOneAtHome() throws SQLException {
        DesiredModel clinic = desired(Samples.entitiesOf("samples.clinic", Map.of()));

        assertThat(clinic.schema().tables().stream()
                        .filter(table -> table.name().schema().isPresent())
                        .flatMap(table -> table.foreignKeys().stream())
                        .map(key -> key.references().toString().toLowerCase(Locale.ROOT)))
                .containsExactly(home() + ".hospitalward");
    }

    @Test
    void aDefaultSchemaIsSaidUnlessItIsHome() throws SQLException {
        assertThat(schemasOf(desired(clinicIn("elsewhere")))).containsExactlyInAnyOrder("elsewhere", "billing");
        assertThat(schemasOf(desired(clinicIn(home())))).containsExactlyInAnyOrder("", "billing");
    }

    private String home() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialects.of(connection).homeSchema(connection).orElseThrow();
        }
    }

    private static OpenModel clinicIn(String schema) {
        return Samples.entitiesOf(
                "samples.clinic", Map.of("hibernate.default_schema", schema, "hibernate.default_catalog", schema));
    }

    private static Set<String> schemasOf(DesiredModel model) {
        return model.schema().tables().stream()
                .map(table -> table.name().schema().orElse(""))
                .collect(Collectors.toSet());
    }

    @Test
    void aFileOfSqlIsTriedAndReadBack() throws SQLException {
        DesiredModel desired = desired("""
                CREATE SCHEMA billing;
                CREATE TABLE teams (id bigint NOT NULL PRIMARY KEY, name varchar(40) NOT NULL);
                -- the semicolon; in a comment
                CREATE TABLE billing.invoices (
                  id bigint NOT NULL PRIMARY KEY,
                  team_id bigint,
                  CONSTRAINT invoices_team FOREIGN KEY (team_id) REFERENCES %s.teams (id)
                );
                CREATE UNIQUE INDEX teams_name ON teams (name);
                GRANT SELECT ON teams TO somebody;
                """);

        assertThat(desired.schema().tables().stream().map(table -> table.name().toString()))
                .containsExactly("teams", "billing.invoices");
        assertThat(desired.schema().table(TableName.parse("billing.invoices")).foreignKeys().stream()
                        .map(key -> key.name() + " to " + key.references()))
                .containsExactly("invoices_team to " + home() + ".teams");
    }

    @Test
    void aFileOfSqlThatReachesFurtherIsRefused() {
        assertThatThrownBy(() -> desired("CREATE TABLE t (id integer);\n\nDROP SCHEMA %s;"))
                .hasMessageContaining("[bad-script] the statement would reach beyond the schema that is to be tried")
                .hasMessageContaining("schema.sql:3");
    }

    @Test
    void whatTheDatabaseRefusesInAFileIsSaidWithItsLine() {
        assertThatThrownBy(() -> desired("CREATE TABLE t (id integer);\n\nCREATE INDEX i ON t (nowhere);"))
                .hasMessageContaining("[model-failed]")
                .hasMessageContaining("CREATE INDEX i ON t (nowhere)")
                .hasMessageContaining("schema.sql:3");
    }

    /** What a file asks for that names the home schema. */
    final DesiredModel desired(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            Optional<String> home = dialect.homeSchema(connection);
            return new DesiredStates(dialect, home, new ScratchOf(database))
                    .ofScript(
                            "schema.sql",
                            new ByteArrayInputStream(
                                    sql.formatted(home.orElseThrow()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void anotherDatabaseIsReadAsItIs() throws SQLException {
        DataSource other = fresh();
        try (Connection connection = other.getConnection()) {
            run(
                    connection,
                    "CREATE TABLE teams (id bigint NOT NULL, name varchar(40), CONSTRAINT pk_teams PRIMARY KEY (id))");
            Dialect dialect = Dialects.of(connection);

            DesiredModel desired = new DesiredStates(dialect, Optional.empty(), new ScratchOf(database))
                    .ofDatabase("jdbc:other", connection);

            assertThat(desired.schema()).isEqualTo(dialect.catalog().schema(connection, Optional.empty()));
        }
    }

    @Test
    void nothingIsLeftOnTheDatabase() throws SQLException {
        List<String> before = schemas();
        desired(Samples.shop());

        assertThat(schemas()).isEqualTo(before);
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            assertThat(dialect.catalog().schema(connection, Optional.empty())).isEqualTo(SchemaModel.empty());
        }
    }

    private List<String> schemas() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialects.of(connection).catalog().namespaces(connection).stream()
                    .map(schema -> schema.name().name())
                    .toList();
        }
    }

    @Test
    void whatNobodyNamedHasTheNameOfTheConvention() throws SQLException {
        DesiredModel shop = desired(Samples.shop());
        TableName customers = TableName.parse("customers");
        Table table = shop.schema().table(customers);

        assertThat(table.constraints().stream().map(Constraint::name))
                .contains(
                        "pk_customers",
                        "uq_customers_email",
                        "customers_by_number",
                        "customers_credit_is_not_negative");
        assertThat(table.indexes().stream().map(index -> index.name().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("customers_by_name", "ix_customers_lastseen");
        assertThat(shop.unnamed())
                .containsKey(ObjectName.of(ObjectName.Kind.CONSTRAINT, customers, "uq_customers_email"))
                .doesNotContainKey(ObjectName.of(ObjectName.Kind.CONSTRAINT, customers, "customers_by_number"));
    }

    @Test
    void rowsFromWhichNumbersAreTakenAreTold() throws SQLException {
        assertThat(desired(Samples.shop()).rows())
                .contains(new InitialRow(TableName.parse("numbers"), List.of("what", "next_one"), List.of("Tag", 0L)));
    }

    @Test
    void commentsKeepTheirQuotes() throws SQLException {
        Table customers = desired(Samples.shop()).schema().table(TableName.parse("customers"));

        assertThat(customers.comment()).contains("People who buy; it's theirs");
        assertThat(customers.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase("lastName"))
                        .map(column -> column.comment().orElse("")))
                .containsExactly("the family's name");
    }
}
