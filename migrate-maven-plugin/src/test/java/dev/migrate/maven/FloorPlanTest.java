package dev.migrate.maven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the three jars to the floor plan: a room uses itself, the JDK, JSpecify and what stands to its right. */
class FloorPlanTest {

    /** Room, its doors to other rooms, and after a plus what it may use of others' code. */
    private static final String PLAN = """
            migrate                    :
            migrate.problem            :
            migrate.schema             : problem
            migrate.graph              : problem
            migrate.config             : problem
            migrate.script             : problem
            migrate.operation          : schema problem
            migrate.record             : migrate script graph operation schema problem
            migrate.classfile          :
            migrate.index              : migrate classfile graph problem
            migrate.diff               : operation schema problem
            migrate.plan               : migrate record index graph operation schema problem
            migrate.simulate           : migrate record index graph operation schema problem
            migrate.introspect         : schema problem
            migrate.dialect            : introspect script operation schema problem
            migrate.dialect.h2         : dialect introspect script operation schema problem
            migrate.dialect.mysql      : dialect introspect script operation schema problem
            migrate.dialect.postgresql : dialect introspect script operation schema problem
            migrate.dialect.sqlite     : dialect introspect script operation schema problem
            migrate.model              : classfile schema problem
            migrate.model.hibernate    : model schema problem + org.hibernate jakarta.persistence
            migrate.scratch            : model dialect introspect script schema problem
            migrate.execute            : migrate plan simulate record scratch model diff dialect introspect script index graph operation schema problem
            migrate.report             : execute plan diff graph operation schema problem
            migrate.cli                : execute report graph problem + picocli
            migrate.processor          : migrate graph index problem + com.palantir.javapoet com.sun.source
            migrate.maven.source       : diff graph operation schema problem + com.sun.source
            migrate.maven.embedded     : config problem + ch.vorburger io.zonky.test.db.postgres.embedded org.postgresql
            migrate.maven.open         : maven.embedded config problem + org.apache.commons.dbcp2
            migrate.maven.calls        : problem + org.objectweb.asm
            migrate.maven              : maven.source maven.open maven.embedded maven.calls config execute report index graph model diff schema \
            problem plan + org.apache.maven org.codehaus.plexus org.eclipse.aether
            """;

    private static final Map<String, Room> ROOMS =
            new TreeMap<>(PLAN.lines().map(Room::parse).collect(toMap(Room::name, room -> room)));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.migrate");

    private static final String[] JDBC = {"java.sql", "javax.sql"};

    @TestFactory
    Stream<DynamicTest> eachRoomUsesOnlyWhatThePlanAllows() {
        return ROOMS.values().stream()
                .map(room -> dynamicTest(
                        room.name(),
                        () -> classes()
                                .that()
                                .resideInAPackage(room.name())
                                .should()
                                .onlyDependOnClassesThat(resideInAnyPackage(room.allowed()))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void thePlanNamesEveryPackage() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));

        assertThat(packages).contains("dev.migrate", "dev.migrate.maven").isSubsetOf(ROOMS.keySet());
    }

    @Test
    void everyDoorLeadsIntoARoomButNeverIntoOneDatabase() {
        Set<String> doors =
                ROOMS.values().stream().flatMap(room -> room.doors().stream()).collect(toCollection(TreeSet::new));

        assertThat(doors).isSubsetOf(ROOMS.keySet()).noneMatch(door -> door.startsWith("dev.migrate.dialect."));
    }

    @Test
    void onlyWhatTalksToADatabaseUsesJdbc() {
        noClasses()
                .that(not(resideInAnyPackage(
                                "dev.migrate.introspect",
                                "dev.migrate.dialect..",
                                "dev.migrate.scratch",
                                "dev.migrate.execute",
                                "dev.migrate.maven",
                                "dev.migrate.maven.open",
                                "dev.migrate.maven.embedded")
                        .or(
                                named( // these hand a connection on
                                        "dev.migrate.RunContext",
                                        "dev.migrate.operation.RunCode",
                                        "dev.migrate.record.CodeContext"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JDBC)
                .check(CLASSES);
    }

    @Test
    void thePluginFindsADriverAndLeavesTheRestOfJdbcAlone() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.migrate.maven", "dev.migrate.maven.open")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql")
                        .and(not(named(
                                "java.sql.Connection",
                                "java.sql.Driver",
                                "java.sql.DriverManager",
                                "java.sql.SQLException"))))
                .check(CLASSES);
    }

    @Test
    void aRendererWritesSqlAndRunsNone() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Renderer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JDBC)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Types of these names, and those inside them. */
    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(
                "named " + List.of(names),
                type -> Arrays.stream(names)
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    private record Room(String name, Set<String> doors, Set<String> others) {

        /** Reads a line of the plan. */
        static Room parse(String line) {
            String[] roomAndDoors = line.split(":", -1);
            String[] doorsAndOthers = roomAndDoors[1].split("\\+", -1);
            return new Room(
                    "dev." + roomAndDoors[0].strip(),
                    words(doorsAndOthers[0])
                            .map(door -> door.equals("migrate") ? "dev.migrate" : "dev.migrate." + door)
                            .collect(toCollection(TreeSet::new)),
                    Stream.of(doorsAndOthers).skip(1).flatMap(Room::words).collect(toCollection(TreeSet::new)));
        }

        String[] allowed() {
            return Stream.of(
                            Stream.of(name, "java..", "javax..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify.."),
                            doors.stream(),
                            others.stream().map(other -> other + ".."))
                    .flatMap(allowed -> allowed)
                    .toArray(String[]::new);
        }

        private static Stream<String> words(String text) {
            return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
        }
    }
}
