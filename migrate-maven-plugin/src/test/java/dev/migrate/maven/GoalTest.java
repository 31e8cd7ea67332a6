package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.processor.RevisionProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.ReflectionUtils;
import org.junit.jupiter.api.Test;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;

@MojoTest
class GoalTest extends GoalCase {

    private static final String BASE =
            "package app; import dev.migrate.*; @Revision(id = \"a1\", message = \"first\") public final class R1 implements"
                    + " Migration { public void upgrade(Operations op) { op.createTable(\"t\", t -> t.bigint(\"id\")); }"
                    + " public void downgrade(Operations op) { op.dropTable(\"t\"); } }";
    private static final String NEXT =
            "package app; import dev.migrate.*; @Revision(id = \"b2\", downRevision = \"a1\", message = \"second\") public"
                    + " final class R2 implements Migration { public void upgrade(Operations op) {} public void"
                    + " downgrade(Operations op) {} }";

    // ---- source goals

    @Test
    @InjectMojo(goal = "history")
    void historyReadsSourcesThatDoNotCompile(HistoryMojo mojo) throws Exception {
        fixture()
                .source("app/R1.java", BASE)
                .source("app/R2.java", NEXT + " garbage {")
                .source("app/X.java", "class {");

        mojo.execute();

        assertThat(fixture().lines).containsExactly("info a1 -> b2 (head), second", "info <base> -> a1, first");
    }

    @Test
    @InjectMojo(goal = "history")
    @MojoParameter(name = "outputFile", value = "target/history.txt")
    void aResultIsAlsoWrittenToAFile(HistoryMojo mojo) throws Exception {
        fixture().source("app/R1.java", BASE);

        mojo.execute();

        assertThat(directory.resolve("target/history.txt")).hasContent("<base> -> a1 (head), first\n");
    }

    @Test
    @InjectMojo(goal = "heads")
    @MojoParameter(name = "verbose", value = "true")
    void headsPrintsBlocksWhenVerbose(HeadsMojo mojo) throws Exception {
        fixture().source("app/R1.java", BASE);

        mojo.execute();

        assertThat(fixture().lines)
                .containsExactly(
                        "info Rev: a1 (head)",
                        "info Parent: <base>",
                        "info Path: " + Path.of("src/main/java/app/R1.java") + ":1",
                        "info ",
                        "info     first",
                        "info ");
    }

    @Test
    @InjectMojo(goal = "show")
    void showTakesTheShortFormFromTheCommandLine(ShowMojo mojo) throws Exception {
        fixture().source("app/R1.java", BASE).source("app/R2.java", NEXT).user("to", "a1");

        mojo.execute();

        assertThat(fixture().lines).startsWith("info Rev: a1").doesNotContain("info Rev: b2 (head)");
    }

    @Test
    @InjectMojo(goal = "heads")
    void whatCannotBeReadIsAWarningForAList(HeadsMojo mojo) throws Exception {
        fixture().source("app/R1.java", BASE.replace("\"a1\"", "lib.Ids.A")).source("app/R2.java", NEXT);

        mojo.execute();

        assertThat(fixture().lines).hasSize(2).last().isEqualTo("info b2 (head)");
        assertThat(fixture().lines.get(0)).startsWith("warn [unreadable-annotation] @Revision(id = lib.Ids.A)");
    }

    @Test
    @InjectMojo(goal = "revision")
    void revisionWritesAClassAndSaysWhere(RevisionMojo mojo) throws Exception {
        fixture()
                .source("app/R1.java", BASE)
                .user("message", "add user")
                .user("migrate.revId", "c3")
                .user("migrate.fileTemplate", "R_{Slug}")
                .user("revision", "1.2.3");

        mojo.execute();

        assertThat(fixture().lines)
                .containsExactly(
                        "info Generating " + Path.of("src/main/java/app/R_AddUser.java") + " ...  done",
                        "info revision c3 in app.R_AddUser, follows a1",
                        "info next: fill in upgrade and downgrade, then  mvn migrate:upgrade");
        assertThat(directory.resolve("src/main/java/app/R_AddUser.java")).exists();
    }

    @Test
    @InjectMojo(goal = "revision")
    void revisionWithoutAMessageSaysWhatIsMissing(RevisionMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause()
                .hasMessageStartingWith("[bad-parameter] migrate.message is missing");
    }

    @Test
    @InjectMojo(goal = "revision")
    void revisionOnSeveralHeadsNamesBothWaysOut(RevisionMojo mojo) throws IOException {
        fixture()
                .source("app/R1.java", BASE)
                .source("app/R2.java", NEXT.replace(", downRevision = \"a1\"", ""))
                .user("message", "add user");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[several-heads] ")
                .hasMessageContaining("\"a1\" and \"b2\"")
                .hasMessageContaining("next:  join them with  mvn migrate:merge")
                .hasMessageContaining("or follow one of them with  -Dmigrate.head=<id>");
    }

    @Test
    @InjectMojo(goal = "ensure-version")
    void whatThisVersionCannotDoIsRefusedInsteadOfOverlooked(EnsureVersionMojo mojo) throws IOException {
        fixture().user("migrate.url", "jdbc:h2:mem:overlooked").user("migrate.dryRun", "true");

        assertThatThrownBy(mojo::execute).hasMessage("""
                        [unsupported] migrate:goal does not know migrate.dryRun in this version
                          where: user property migrate.dryRun
                          next:  leave it out""");
    }

    @Test
    @InjectMojo(goal = "revision")
    void revisionWritesNothingWhereSeveralModulesCouldBeMeant(RevisionMojo mojo) throws IOException {
        Path other = Files.createDirectories(directory.resolve("other/src/main/java/app"));
        Files.writeString(other.resolve("R9.java"), BASE);
        fixture().source("app/R1.java", BASE).user("message", "x");
        MavenProject second = GoalFixture.project(directory.resolve("other"), new Model(), "billing");
        fixture().session.setProjects(List.of(fixture().project, second));

        assertThatThrownBy(mojo::execute).hasMessage("""
                        [bad-parameter] several modules hold migrations: shop, billing
                          next:  choose one: mvn migrate:goal -pl <module>""");
    }

    @Test
    @InjectMojo(goal = "init")
    void initScaffoldsAndOverwritesNothing(InitMojo mojo) throws Exception {
        mojo.execute();
        Path template = directory.resolve("src/main/migrate/revision.java.template");
        Files.writeString(template, "mine");
        fixture().lines.clear();
        mojo.execute();

        assertThat(directory.resolve("src/main/java/com/acme/shop/migrations/package-info.java"))
                .hasContent("/** The history of the database, a class for each revision. */\n"
                        + "package com.acme.shop.migrations;\n");
        assertThat(template).hasContent("mine");
        assertThat(fixture().lines)
                .startsWith(
                        "info   " + Path.of("src/main/java/com/acme/shop/migrations/package-info.java")
                                + " is there already, left as it is",
                        "info   " + Path.of("src/main/migrate/revision.java.template")
                                + " is there already, left as it is")
                .contains("info       <artifactId>migrate-maven-plugin</artifactId>")
                .last()
                .isEqualTo("info next: paste what is missing into pom.xml (without log prefixes: "
                        + Path.of("target/migrate/pom-pieces.xml") + "), then  mvn migrate:revision"
                        + " -Dmessage=\"first tables\"");
        assertThat(directory.resolve("target/migrate/pom-pieces.xml"))
                .content()
                .contains("<version.migrate>0.1.0-SNAPSHOT</version.migrate>")
                .doesNotContain("@");
    }

    @Test
    @InjectMojo(goal = "history")
    void aReactorWithoutMigrationsFailsAtItsLastModule(HistoryMojo mojo) throws Exception {
        MavenProject second = GoalFixture.project(directory.resolve("other"), new Model(), "billing");
        fixture().session.setProjects(List.of(fixture().project, second));

        mojo.execute();
        assertThatThrownBy(mojo::execute).hasMessage("""
                        [no-migrations] none of the modules of this build holds migrations
                          next:  choose the module: mvn migrate:goal -pl <module>""");
        assertThat(fixture().lines).containsExactly("info no migrations in this module");
    }

    // ---- settings

    @Test
    @InjectMojo(goal = "current")
    @MojoParameter(name = "schema", value = "configured")
    void aUserPropertyBeatsTheConfigurationAndThatBeatsThePom(CurrentMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.schema", "pom").pom("migrate.url", "jdbc:h2:mem:precedence");

        assertThatThrownBy(mojo::execute).hasMessageContaining("configured");
        fixture().user("migrate.schema", "public");
        mojo.execute();

        assertThat(fixture().lines)
                .contains("info database jdbc:h2:mem:precedence (url from property migrate.url of POM shop)");
    }

    @Test
    @InjectMojo(goal = "history")
    void skipIsSaidWithItsSource(HistoryMojo mojo) throws Exception {
        fixture().profile("ci", "migrate.skip", "true");

        mojo.execute();

        assertThat(fixture().lines).containsExactly("info skipped: property migrate.skip of profile ci");
    }

    @Test
    @InjectMojo(goal = "current")
    void expressionsOfProfilesAreEvaluatedAndTheGroupStaysWhole(CurrentMojo mojo) throws Exception {
        compiled();
        fixture()
                .pom("migrate.url", "jdbc:h2:mem:dev")
                .pom("migrate.username", "dev")
                .pom("db.name", "prod")
                .profile("prod", "migrate.url", "jdbc:h2:mem:${db.name}");
        fixture().project.getProperties().setProperty("db.name", "prod");

        mojo.execute();

        assertThat(fixture().lines)
                .contains("info database jdbc:h2:mem:prod (url from property migrate.url of profile prod)");
    }

    @Test
    @InjectMojo(goal = "current")
    void aVariableAgainstAProfileIsAConflict(CurrentMojo mojo) throws Exception {
        compiled();
        fixture().environment("MIGRATE_URL", "jdbc:h2:mem:left").profile("prod", "migrate.url", "jdbc:h2:mem:prod");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "[config-conflict] two databases are named: jdbc:h2:mem:left by environment variable"
                                + " MIGRATE_URL, and jdbc:h2:mem:prod by property migrate.url of profile prod");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    @MojoParameter(name = "password", value = "p4ssword-in-the-pom")
    void aPasswordIsNeitherInTheLogNorInAStackTraceNorInAField(UpgradeMojo mojo) throws Exception {
        compiled();
        fixture().user("migrate.url", "jdbc:h2:" + directory.resolve("db") + ";IFEXISTS=TRUE;PASSWORD=p4ssword-in-url");

        Throwable failure = catchThrowable(mojo::execute);

        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        Object field = ReflectionUtils.getValueIncludingSuperclasses("password", mojo);
        assertThat(text + "\n" + fixture().lines + "\n" + field).doesNotContain("p4ssword");
    }

    @Test
    @InjectMojo(goal = "current")
    void aPasswordOfTheSettingsIsDecrypted(CurrentMojo mojo) throws Exception {
        String url = "jdbc:h2:" + directory.resolve("secured");
        compiled();
        fixture()
                .user("migrate.url", url)
                .user("migrate.serverId", "shop-db")
                .server("shop-db", "app", encrypted("geheim und lang"));
        try (var created = DriverManager.getConnection(url, "app", "geheim und lang")) {
            assertThat(created.isValid(1)).isTrue();
        }

        mojo.execute();

        assertThat(fixture().lines)
                .contains("info database " + url
                        + " as app (url from user property migrate.url, user from settings server"
                        + " shop-db, password from settings server shop-db)");
    }

    @Test
    @InjectMojo(goal = "current")
    void aServerThatTheSettingsDoNotHoldIsReported(CurrentMojo mojo) throws Exception {
        compiled();
        fixture().user("migrate.url", "jdbc:h2:mem:a").user("migrate.serverId", "shop-db");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[bad-server-settings] the settings hold no server with the id \"shop-db\"");
    }

    // ---- database goals

    @Test
    void upgradeAndDowngradeTellAStepALine(
            @InjectMojo(goal = "upgrade") UpgradeMojo upgrade,
            @InjectMojo(goal = "downgrade") DowngradeMojo downgrade,
            @InjectMojo(goal = "current") CurrentMojo current,
            @InjectMojo(goal = "stamp") StampMojo stamp)
            throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));

        upgrade.execute();
        current.execute();
        fixture().user("to", "-1");
        downgrade.execute();
        fixture().user("to", "a1");
        stamp.execute();

        assertThat(fixture().lines.stream()
                        .filter(line -> line.startsWith("info ") && !line.startsWith("info database "))
                        .map(line -> line.replaceAll("\\d+(\\.\\d)? m?s\\b", "N ms")))
                .containsExactly(
                        "info 2 revisions to apply",
                        "info [1/2] <base> -> a1, first (N ms)",
                        "info [2/2] a1 -> b2, second (N ms)",
                        "info 2 revisions applied (1 statement, N ms): the database went from <base> to b2",
                        "info b2 (head)",
                        "info 1 revision to undo",
                        "info [1/1] b2 -> a1, second (N ms)",
                        "info 1 revision undone (0 statements, N ms): the database went from b2 to a1",
                        "info nothing to write: the version table holds a1");
    }

    @Test
    void resultsOfDatabaseGoalsAreJsonToo(
            @InjectMojo(goal = "upgrade") UpgradeMojo upgrade,
            @InjectMojo(goal = "current") CurrentMojo current,
            @InjectMojo(goal = "stamp") StampMojo stamp)
            throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:" + directory.resolve("db")).user("migrate.outputFile", "result.json");
        Path result = directory.resolve("result.json");

        upgrade.execute();
        assertThat(result).content().contains("\"before\": []", "\"after\": [\"b2\"]", "\"direction\": \"up\"");
        fixture().user("verbose", "true");
        current.execute();
        assertThat(result).content().contains("\"product\": \"h2\"", "\"atHeads\": true", "\"id\": \"b2\"");
        assertThat(lines()).contains("info Current revision(s) for jdbc:h2:" + directory.resolve("db") + ":");
        fixture().user("to", "a1,base").user("migrate.purge", "true");
        stamp.execute();
        assertThat(result).content().endsWith("  \"before\": [\"b2\"],\n  \"after\": [\"a1\"]\n}\n");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void aDowngradeMustBeToldHowFar(DowngradeMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:mem:a");

        assertThatThrownBy(mojo::execute).hasMessage("""
                        [bad-parameter] a downgrade must be told how far: migrate.to is missing
                          next:  -Dto=-1 undoes the last revision, -Dto=<id> goes down to that one, -Dto=base undoes all""");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void aScriptOfADowngradeMustBeToldBothEnds(DowngradeMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:mem:a").user("sql", "true");

        assertThatThrownBy(mojo::execute)
                .hasMessageStartingWith("[bad-parameter] a downgrade must be told how far: migrate.to is missing")
                .hasMessageEndingWith("-Dto=<from>:<to>, for example -Dto=8f3c:base");
    }

    @Test
    @InjectMojo(goal = "stamp")
    void aScriptThatStampsLiesBesideTheOneThatUpgrades(StampMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:mem:a").user("to", "b2").user("sql", "true");

        mojo.execute();

        Path file = Path.of("target", "migrate", "stamp_base_b2.sql");
        assertThat(lines()).contains("info written to " + file);
        assertThat(directory.resolve(file)).content().contains("no migration runs", "-script stamp_base_b2.sql");
    }

    @Test
    @InjectMojo(goal = "repair")
    void aRepairIsNoScript(RepairMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:mem:a").user("sql", "true");

        assertThatThrownBy(mojo::execute)
                .hasMessageStartingWith("[unsupported] migrate:goal does not know migrate.sql");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void aScriptIsWrittenAndNothingIsConnectedTo(UpgradeMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:mysql://nobody.invalid/shop").user("sql", "true");

        mojo.execute();

        String file = Path.of("target", "migrate", "base_b2.sql").toString();
        assertThat(fixture().lines)
                .containsExactly(
                        "info script for MySQL 8.4.0, from <base> to b2: 2 revisions, 1 statement",
                        "info written to " + file,
                        "info read it, then run it: mysql --default-character-set=utf8mb4 --user=… --password <database> < "
                                + file);
        assertThat(directory.resolve(file)).content().contains("INSERT INTO migrate_version", "'a1'");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void aScriptIsForTheDialectAndGoesIntoTheFileThatAreNamed(DowngradeMojo mojo) throws Exception {
        compiled();
        fixture()
                .user("migrate.dialect", "postgresql:16")
                .user("migrate.outputFile", "back.sql")
                .user("to", "b2:base")
                .user("sql", "true");

        mojo.execute();

        assertThat(fixture().lines).first().asString().startsWith("info script for PostgreSQL 16.0, from b2 to <base>");
        assertThat(directory.resolve("back.sql")).content().contains("\\set ON_ERROR_STOP on");
    }

    @Test
    @InjectMojo(goal = "stamp")
    void aScriptNeedsToKnowTheDatabase(StampMojo mojo) throws Exception {
        compiled();
        fixture().user("to", "a1").user("sql", "true");

        assertThatThrownBy(mojo::execute)
                .hasMessageStartingWith("[no-url] nobody says which database the script is for");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void aModuleWithoutMigrationsFailsOnTheCommandLine(UpgradeMojo mojo) {
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("[no-migrations] there are no migrations in shop");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void migrationsWithoutAnIndexAreToldFromNoMigrations(UpgradeMojo mojo) throws Exception {
        fixture().source("app/R1.java", BASE);
        compile("-proc:none");

        assertThatThrownBy(mojo::execute).hasMessageStartingWith("[no-index] The class app.R1 with @Revision is there");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void aProjectThatIsAheadOfThePluginIsRefused(UpgradeMojo mojo) throws Exception {
        compiled();
        fixture()
                .pom("migrate.url", "jdbc:h2:mem:a")
                .dependency("dev.migrate", "migrate-runtime", "0.2.0", directory.resolve("none.jar"));

        assertThatThrownBy(mojo::execute).hasMessage("""
                        [version-skew] the project uses migrate-runtime 0.2.0, but the plugin is 0.1.0-SNAPSHOT and would run \
                        its migrations with an older API
                          next:  give the plugin the version 0.2.0: one property for both is best""");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void classesOfANewerJavaAreToldInItsWords(UpgradeMojo mojo) throws Exception {
        compiled();
        fixture().pom("migrate.url", "jdbc:h2:mem:a");
        try (Stream<Path> classes = Files.list(directory.resolve("target/classes/app"))) {
            for (Path file : classes.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[7] = 99; // the major version
                Files.write(file, bytes);
            }
        }

        assertThatThrownBy(mojo::execute)
                .hasMessageMatching("(?s)\\[class-version] \\S+ was compiled for Java 55, but Maven runs on Java "
                        + Runtime.version().feature() + "\n  next:  let JAVA_HOME name a JDK 55, or compile with "
                        + "maven.compiler.release=" + Runtime.version().feature());
    }

    private void compiled() throws IOException {
        fixture().source("app/R1.java", BASE).source("app/R2.java", NEXT);
        compile();
    }

    private void compile(String... more) throws IOException {
        Path output = Files.createDirectories(directory.resolve("target/classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(directory.resolve("src/main/java"))) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            var options = new ArrayList<>(
                    List.of("-cp", System.getProperty("java.class.path"), "-d", output.toString(), "--release", "17"));
            options.addAll(List.of(more));
            var task = compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java));
            if (more.length == 0) {
                task.setProcessors(List.of(new RevisionProcessor()));
            }
            assertThat(task.call()).isTrue();
        }
    }

    /** A password as {@code mvn --encrypt-password} prints it, with the master password where Maven looks for it. */
    private String encrypted(String password) throws IOException, PlexusCipherException {
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        Path security = directory.resolve("settings-security.xml");
        Files.writeString(
                security,
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
        System.setProperty("settings.security", security.toString());
        return cipher.encryptAndDecorate(password, "master");
    }
}
