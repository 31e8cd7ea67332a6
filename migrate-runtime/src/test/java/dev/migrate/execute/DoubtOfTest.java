package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtOfTest {

    private static List<Operation> lookedAt(boolean atomicDdl) {
        return OneOfEach.examples().values().stream()
                .map(Core::of)
                .filter(operation -> operation.accept(new DoubtOf(atomicDdl)) == Doubt.LOOK)
                .toList();
    }

    @Test
    void whereADefinitionMayBeHalfThereNoLookTellsOfIt() {
        assertThat(lookedAt(true)).hasSizeGreaterThan(20);
        assertThat(lookedAt(false))
                .allMatch(operation -> operation instanceof ExecuteSql
                        || operation instanceof RunScript
                        || operation instanceof RunCode); // their author has said how to look
    }

    @Test
    void oldServersOfTheMySqlFamilyMayLeaveHalfADefinition() {
        List<String> servers = List.of(
                "mysql:5.7", "mysql:8.0", "mysql:9.7", "mariadb:10.5", "mariadb:10.6.1", "mariadb:11.4", "h2:2.4.240");

        assertThat(servers.stream()
                        .filter(server -> !Dialects.offline(server).atomicDdl())
                        .toList())
                .containsExactly("mysql:5.7", "mariadb:10.5");
    }
}
