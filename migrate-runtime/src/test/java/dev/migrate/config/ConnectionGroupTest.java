package dev.migrate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionGroupTest {

    private static final String DEV = "jdbc:mariadb://dev/shop";
    private static final String PROD = "jdbc:mariadb://prod/shop";

    private static final Servers SERVERS = id -> id.equals("prod-db")
            ? Optional.of(new Servers.Credentials(Optional.of("admin"), Optional.of(Secret.of("s3cret-of-prod"))))
            : Optional.empty();

    private static final SettingSource POM = SettingSource.pom(
            "shop", Map.of("migrate.url", DEV, "migrate.username", "dev", "migrate.password", "devpw"));

    @Test
    void theGroupIsTakenWholeFromTheStrongestSourceThatNamesAUrl() {
        ConnectionSettings connection = connection(
                SettingSource.profile(
                        "prod", Map.of("migrate.url", PROD, "migrate.username", "app", "migrate.password", "pw")),
                POM);

        assertThat(connection.describe())
                .isEqualTo("database jdbc:mariadb://prod/shop as app (url from property migrate.url of profile prod, "
                        + "user from property migrate.username of profile prod, "
                        + "password from property migrate.password of profile prod)");
    }

    @Test
    void thePasswordOfOneDatabaseIsNeverSentToAnother() {
        ConnectionSettings connection = connection(SettingSource.userProperties(Map.of("migrate.url", PROD)), POM);

        assertThat(connection.username()).isEmpty();
        assertThat(connection.password()).isEmpty();
        assertThat(connection.ignored())
                .containsExactly("property migrate.username of POM shop", "property migrate.password of POM shop");
    }

    @Test
    void gapsAreFilledFromWeakerSourcesForTheSameUrl() {
        ConnectionSettings connection = connection(SettingSource.userProperties(Map.of("migrate.url", DEV)), POM);

        assertThat(connection.username().orElseThrow().value()).isEqualTo("dev");
        assertThat(connection.password().orElseThrow().value()).isEqualTo(Secret.of("devpw"));
    }

    @Test
    void aPasswordInTheEnvironmentBelongsToTheUrlOfThePom() {
        ConnectionSettings connection = connection(
                SettingSource.environment(Map.of("MIGRATE_PASSWORD", "from env")),
                SettingSource.pom("shop", Map.of("migrate.url", DEV, "migrate.username", "dev")));

        assertThat(connection.describe())
                .isEqualTo("database jdbc:mariadb://dev/shop as dev (url from property migrate.url of POM shop, "
                        + "user from property migrate.username of POM shop, "
                        + "password from environment variable MIGRATE_PASSWORD)");
        assertThat(connection.password().orElseThrow().value()).isEqualTo(Secret.of("from env"));
    }

    @Test
    void aServerFillsUserAndPassword() {
        ConnectionSettings connection = connection(
                SettingSource.profile("prod", Map.of("migrate.url", PROD, "migrate.serverId", "prod-db")), POM);

        assertThat(connection.describe())
                .isEqualTo("database jdbc:mariadb://prod/shop as admin (url from property migrate.url of profile prod, "
                        + "user from settings server prod-db, password from settings server prod-db)");
        assertThat(connection.password().orElseThrow().value()).isEqualTo(Secret.of("s3cret-of-prod"));
    }

    @Test
    void aServerNamedOnTheCommandLineBeatsTheLoginOfThePom() {
        ConnectionSettings connection =
                connection(SettingSource.userProperties(Map.of("migrate.serverId", "prod-db")), POM);

        assertThat(connection.url().value()).isEqualTo(DEV);
        assertThat(connection.username().orElseThrow().value()).isEqualTo("admin");
    }

    @Test
    void aServerThatIsNotInTheSettingsIsReported() {
        assertThatThrownBy(() -> connection(
                        SettingSource.userProperties(Map.of("migrate.url", PROD, "migrate.serverId", "prdo-db"))))
                .hasMessage("""
                        [bad-server-settings] the settings hold no server with the id "prdo-db"
                          where: user property migrate.serverId
                          next:  add to settings.xml: <server><id>prdo-db</id><username>…</username><password>…</password></server>""");
    }

    @Test
    void thePasswordOfAnotherUserIsNotSent() {
        assertThatThrownBy(() -> connection(SettingSource.userProperties(
                        Map.of("migrate.url", PROD, "migrate.serverId", "prod-db", "migrate.username", "app"))))
                .hasMessage("""
                        [config-conflict] the user is app (user property migrate.username), but the password would be \
                        that of admin (settings server prod-db)
                          next:  give the password beside the user, or leave the user to the settings server""");
    }

    @Test
    void aVariableThatOverridesTheUrlOfAProfileIsAConflict() {
        SettingSource variable =
                SettingSource.environment(Map.of("MIGRATE_URL", "jdbc:mariadb://left:over-secret@ci/shop"));
        SettingSource profile = SettingSource.profile("prod", Map.of("migrate.url", PROD));

        assertThatThrownBy(() -> connection(variable, profile)).hasMessage("""
                        [config-conflict] two databases are named: jdbc:mariadb://left:***@ci/shop by environment \
                        variable MIGRATE_URL, and jdbc:mariadb://prod/shop by property migrate.url of profile prod
                          next:  unset the variable, or decide with -Dmigrate.url=…""");
        assertThat(connection(SettingSource.userProperties(Map.of("migrate.url", DEV)), variable, profile)
                        .url()
                        .value())
                .isEqualTo(DEV);
    }

    @Test
    void aVariableThatOverridesThePomIsNoConflict() {
        assertThat(connection(SettingSource.environment(Map.of("MIGRATE_URL", PROD)), POM)
                        .url()
                        .place())
                .isEqualTo("environment variable MIGRATE_URL");
    }

    @Test
    void noDatabaseAtAllIsReportedWithTwoWaysOut() {
        assertThatThrownBy(() -> connection()).hasMessage("""
                        [no-url] no database is named
                          next:  -Dmigrate.url=jdbc:…, or in the POM: <properties><migrate.url>jdbc:…</migrate.url></properties>""");
    }

    @Test
    void aHistoryHasAGroupOfItsOwn() {
        SettingSource billing = SettingSource.pom(
                "shop",
                Map.of(
                        "migrate.url", DEV,
                        "migrate.username", "dev",
                        "migrate.billing.url", "jdbc:h2:mem:billing",
                        "migrate.billing.username", "bill"));

        ConnectionSettings connection = Settings.of(List.of(billing), Servers.NONE)
                .forHistory("billing")
                .connection();

        assertThat(connection.describe())
                .isEqualTo("database jdbc:h2:mem:billing as bill (url from property migrate.billing.url of POM shop, "
                        + "user from property migrate.billing.username of POM shop)");
    }

    @Test
    void aGeneralUrlOnTheCommandLineDoesNotQuietlyLoseToThatOfTheHistory() {
        Settings settings = Settings.of(
                        List.of(
                                SettingSource.userProperties(Map.of("migrate.url", PROD)),
                                SettingSource.pom("shop", Map.of("migrate.billing.url", DEV))),
                        Servers.NONE)
                .forHistory("billing");

        assertThatThrownBy(settings::connection).hasMessage("""
                        [config-conflict] user property migrate.url is given, but the history billing has a url of its own
                          next:  use -Dmigrate.billing.url=…""");
    }

    @Test
    void theDriverOfAnotherUrlIsNotTaken() {
        SettingSource other =
                SettingSource.pom("shop", Map.of("migrate.url", DEV, "migrate.driver", "org.mariadb.jdbc.Driver"));
        SettingSource driverOnly = SettingSource.pom("parent", Map.of("migrate.driver", "org.h2.Driver"));

        ConnectionSettings connection =
                connection(SettingSource.userProperties(Map.of("migrate.url", "jdbc:h2:mem:a")), other, driverOnly);

        assertThat(connection.driver())
                .contains(new Resolved<>("org.h2.Driver", Origin.POM, "property migrate.driver of POM parent"));
    }

    @Test
    void nothingPrintsAPassword() {
        ConnectionSettings connection = connection(SettingSource.pom(
                "shop",
                Map.of(
                        "migrate.url", "jdbc:mysql://app:in-the-url@host/shop?password=in-the-query",
                        "migrate.password", "of-its-own")));

        assertThat(connection.toString() + connection.password() + connection.describe())
                .doesNotContain("in-the-url", "in-the-query", "of-its-own");
    }

    private static ConnectionSettings connection(SettingSource... sources) {
        return Settings.of(List.of(sources), SERVERS).connection();
    }
}
