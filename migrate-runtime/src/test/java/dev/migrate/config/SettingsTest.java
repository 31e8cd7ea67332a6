package dev.migrate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void eachSourceBeatsAllThatFollowIt() throws IOException {
        Files.writeString(directory.resolve("my.properties"), "schema=file\n");
        Files.writeString(directory.resolve("migrate-prod.properties"), "schema=environment file\n");
        List<SettingSource> strongestFirst = List.of(
                SettingSource.userProperties(Map.of("migrate.schema", "user")),
                SettingSource.environment(Map.of("MIGRATE_SCHEMA", "variable")),
                SettingSource.profile("p", Map.of("migrate.schema", "profile")),
                SettingSource.pluginConfiguration(Map.of("schema", "plugin")),
                SettingSource.pom("shop", Map.of("migrate.schema", "pom")),
                SettingSource.pom("parent", Map.of("migrate.schema", "parent")),
                SettingSource.pom(
                        "files", Map.of("migrate.configFile", "my.properties", "migrate.environment", "prod")));

        List<String> winners = new ArrayList<>();
        for (int first = 0; first < strongestFirst.size(); first++) {
            List<SettingSource> left = strongestFirst.subList(first, strongestFirst.size());
            Settings settings = Settings.of(left, Servers.NONE).withFiles(List.of(directory), Profiles.NONE);
            winners.add(settings.find(Catalogue.SCHEMA).orElseThrow().place());
        }
        Files.delete(directory.resolve("my.properties"));
        Files.writeString(directory.resolve("my.properties"), "");
        winners.add(Settings.of(strongestFirst.subList(6, 7), Servers.NONE)
                .withFiles(List.of(directory), Profiles.NONE)
                .find(Catalogue.SCHEMA)
                .orElseThrow()
                .place());

        assertThat(winners)
                .containsExactly(
                        "user property migrate.schema",
                        "environment variable MIGRATE_SCHEMA",
                        "property migrate.schema of profile p",
                        "<schema> of the plugin",
                        "property migrate.schema of POM shop",
                        "property migrate.schema of POM parent",
                        "schema in my.properties",
                        "schema in migrate-prod.properties");
    }

    @Test
    void theOrderInWhichSourcesAreHandedOverDoesNotMatter() {
        SettingSource pom = SettingSource.pom("shop", Map.of("migrate.schema", "pom"));
        SettingSource user = SettingSource.userProperties(Map.of("migrate.schema", "user"));

        assertThat(Settings.of(List.of(pom, user), Servers.NONE).get(Catalogue.SCHEMA))
                .isEqualTo("user");
    }

    @Test
    void whatNobodySetsIsTheDefault() {
        Settings settings = Settings.of(List.of(), Servers.NONE);

        assertThat(settings.find(Catalogue.LOCK_TIMEOUT))
                .contains(new Resolved<>(Duration.ofSeconds(60), Origin.DEFAULT, "default"));
        assertThat(settings.find(Catalogue.SCHEMA)).isEmpty();
        assertThat(settings.list(Catalogue.TO)).isEmpty();
    }

    @Test
    void aTargetThatIsGivenAndEmptyIsRefused() {
        SettingSource user = SettingSource.userProperties(Map.of("to", " "));

        assertThatThrownBy(() -> Settings.of(List.of(user), Servers.NONE).list(Catalogue.TO))
                .hasMessageStartingWith("[bad-parameter] migrate.to is given, and it is empty");
    }

    @Test
    void whatIsMissingIsNamedAsItWouldBeGiven() {
        assertThatThrownBy(() -> Settings.of(List.of(), Servers.NONE).get(Catalogue.MESSAGE))
                .hasMessage("""
                        [bad-parameter] migrate.message is missing: What the revision does, in a few words.
                          next:  -Dmigrate.message=…""");
    }

    @ParameterizedTest
    @CsvSource({"30,PT30S", "30s,PT30S", "500ms,PT0.5S", "5m,PT5M", "1h,PT1H", "PT1M30S,PT1M30S", "0,PT0S"})
    void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
        assertThat(user("migrate.lockTimeout", text).get(Catalogue.LOCK_TIMEOUT))
                .isEqualTo(expected);
    }

    @Test
    void aTextOfTheWrongKindIsReportedWithItsPlace() {
        assertThatThrownBy(() -> user("migrate.lockTimeout", "soon").get(Catalogue.LOCK_TIMEOUT))
                .hasMessage("""
                        [bad-parameter] migrate.lockTimeout: "soon" is not a duration such as 500ms, 30s, 5m, 1h or PT1M30S
                          where: user property migrate.lockTimeout
                          next:  correct the value, or leave it out for 60s""");
        assertThatThrownBy(() -> user("migrate.transactionMode", "every").get(Catalogue.TRANSACTION_MODE))
                .hasMessageContaining("\"every\" is not one of per-migration, all, none");
        assertThatThrownBy(() -> user("migrate.verbose", "yes").get(Catalogue.VERBOSE))
                .hasMessageContaining("\"yes\" is not true or false");
    }

    @Test
    void shortFormsAreReadFromTheCommandLineOnly() {
        Map<String, String> given =
                Map.of("to", "-1", "verbose", "true", "revision", "1.2.3", "url", "jdbc:h2:mem:trap");

        Settings typed = Settings.of(List.of(SettingSource.userProperties(given)), Servers.NONE);
        Settings inPom = Settings.of(List.of(SettingSource.pom("shop", given)), Servers.NONE);

        assertThat(typed.list(Catalogue.TO)).containsExactly("-1");
        assertThat(typed.get(Catalogue.VERBOSE)).isTrue();
        assertThat(typed.find(Catalogue.URL)).isEmpty();
        assertThat(typed.warnings()).isEmpty();
        assertThat(inPom.list(Catalogue.TO)).isEmpty();
    }

    @Test
    void theFullNameBeatsTheShortForm() {
        Settings settings =
                Settings.of(List.of(SettingSource.userProperties(Map.of("to", "a", "migrate.to", "b"))), Servers.NONE);

        assertThat(settings.list(Catalogue.TO)).containsExactly("b");
    }

    @Test
    void environmentVariablesAreUpperSnake() {
        Settings settings = Settings.of(
                List.of(SettingSource.environment(
                        Map.of("MIGRATE_VERSION_TABLE_SCHEMA", "meta", "MIGRATE_X_TENANT", "7", "PATH", "/bin"))),
                Servers.NONE);

        assertThat(settings.get(Catalogue.VERSION_TABLE_SCHEMA)).isEqualTo("meta");
        assertThat(settings.x()).isEqualTo(Map.of("tenant", "7"));
    }

    @Test
    void anEmptyVariableSaysNothing() {
        Settings settings = Settings.of(
                List.of(
                        SettingSource.environment(Map.of("MIGRATE_SCHEMA", " ")),
                        SettingSource.pom("shop", Map.of("migrate.schema", "pom"))),
                Servers.NONE);

        assertThat(settings.get(Catalogue.SCHEMA)).isEqualTo("pom");
    }

    @Test
    void freeValuesAreTakenFromTheStrongestSourceOfEach() {
        Settings settings = Settings.of(
                List.of(
                        SettingSource.userProperties(Map.of("migrate.x.a", "1")),
                        SettingSource.pom("shop", Map.of("migrate.x.a", "2", "migrate.x.b", "3"))),
                Servers.NONE);

        assertThat(settings.x()).isEqualTo(Map.of("a", "1", "b", "3"));
    }

    @Test
    void aSettingOfOneHistoryBeatsThatOfAll() {
        Settings settings = Settings.of(
                        List.of(
                                SettingSource.environment(Map.of("MIGRATE_SCHEMA", "all")),
                                SettingSource.pom("shop", Map.of("migrate.billing.schema", "bill"))),
                        Servers.NONE)
                .forHistory("billing");

        assertThat(settings.get(Catalogue.SCHEMA)).isEqualTo("bill");
    }

    @Test
    void namesThatMeanNothingAreWarnedAboutWithTheNearest() throws IOException {
        Files.writeString(directory.resolve("my.properties"), "migrate.url=jdbc:h2:mem:a\nshcema=a\nbilling.url=b\n");
        Settings settings = Settings.of(
                        List.of(
                                SettingSource.userProperties(
                                        Map.of("migrate.ulr", "a", "migrate.somethingElse", "b", "migrate.x.any", "c")),
                                SettingSource.pom(
                                        "shop",
                                        Map.of("migrate.version", "0.1", "migrate.configFile", "my.properties"))),
                        Servers.NONE)
                .withFiles(List.of(directory), Profiles.NONE);

        assertThat(settings.warnings())
                .containsExactly(
                        "user property migrate.somethingElse is no setting of migrate",
                        "user property migrate.ulr is no setting of migrate; did you mean \"url\"?",
                        "migrate.url in my.properties is no setting of migrate; did you mean \"url\"?",
                        "shcema in my.properties is no setting of migrate; did you mean \"schema\"?");
    }

    @Test
    void anExpressionThatMavenLeftStandingIsRefused() {
        Settings settings = Settings.of(
                List.of(SettingSource.pom("shop", Map.of("migrate.schema", "${env.SHOP_SCHEMA}"))), Servers.NONE);

        assertThatThrownBy(() -> settings.get(Catalogue.SCHEMA)).hasMessage("""
                        [bad-parameter] migrate.schema uses ${env.SHOP_SCHEMA}, which nothing defines
                          where: property migrate.schema of POM shop
                          next:  set the environment variable SHOP_SCHEMA, or give -Dmigrate.schema=…""");
    }

    @Test
    void aPasswordThatMavenCouldNotEvaluateIsRefused() {
        Settings settings = Settings.of(
                List.of(SettingSource.profile(
                        "prod", Map.of("migrate.url", "jdbc:h2:mem:a", "migrate.password", "${env.SHOP_PASSWORD}"))),
                Servers.NONE);

        assertThatThrownBy(settings::connection)
                .hasMessageContaining("migrate.password uses ${env.SHOP_PASSWORD}, which nothing defines");
    }

    @Test
    void aShortFormIsNamedAsItWasGiven() {
        assertThat(user("sql", "true").find(Catalogue.SQL))
                .contains(new Resolved<>(true, Origin.USER_PROPERTY, "user property sql"));
    }

    @Test
    void aMessageMayHoldAnExpression() {
        assertThat(user("message", "fix ${total}").get(Catalogue.MESSAGE)).isEqualTo("fix ${total}");
    }

    @Test
    void theEnvironmentIsFoundUnderThreeNames() {
        assertThat(environment(Map.of("APP_ENV", "c"))).contains("c");
        assertThat(environment(Map.of("APP_ENV", "c", "MIGRATE_ENV", "b"))).contains("b");
        assertThat(environment(Map.of("APP_ENV", "c", "MIGRATE_ENV", "b", "MIGRATE_ENVIRONMENT", "a")))
                .contains("a");
        assertThat(environment(Map.of())).isEmpty();
    }

    @Test
    void anEnvironmentThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> user("migrate.environment", "pord")
                        .withFiles(List.of(directory), new Profiles(ids("dev", "prod"), ids("dev"))))
                .hasMessage("""
                        [bad-parameter] the environment is "pord", but there is neither a file migrate-pord.properties \
                        nor a profile pord; profiles: dev, prod
                          where: user property migrate.environment
                          next:  correct the name, or create migrate-pord.properties beside the pom.xml""");
    }

    @Test
    void anEnvironmentWhoseProfileIsNotActiveIsRefused() {
        assertThatThrownBy(() -> user("migrate.environment", "prod")
                        .withFiles(List.of(directory), new Profiles(ids("dev", "prod"), ids("dev"))))
                .hasMessageContaining("the profile prod is not active")
                .hasMessageContaining("activate it with -Pprod");
    }

    @Test
    void anEnvironmentMayBeAnActiveProfile() {
        Settings settings = user("migrate.environment", "prod")
                .withFiles(List.of(directory), new Profiles(ids("prod"), ids("prod")));

        assertThat(settings.get(Catalogue.ENVIRONMENT)).isEqualTo("prod");
    }

    @Test
    void aConfigFileThatIsNotThereIsReported() {
        assertThatThrownBy(() ->
                        user("migrate.configFile", "none.properties").withFiles(List.of(directory), Profiles.NONE))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("[file-failed] there is no file")
                .hasMessageContaining("where: user property migrate.configFile");
    }

    @Test
    void eachSettingIsDescribedOnce() {
        assertThat(Catalogue.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Catalogue.all()).extracting(Setting::description).allMatch(text -> text.endsWith("."));
    }

    private static Settings user(String property, String value) {
        return Settings.of(List.of(SettingSource.userProperties(Map.of(property, value))), Servers.NONE);
    }

    private static Optional<String> environment(Map<String, String> variables) {
        return Settings.of(List.of(SettingSource.environment(variables)), Servers.NONE)
                .find(Catalogue.ENVIRONMENT)
                .map(Resolved::value);
    }

    private static TreeSet<String> ids(String... ids) {
        return new TreeSet<>(Set.of(ids));
    }
}
