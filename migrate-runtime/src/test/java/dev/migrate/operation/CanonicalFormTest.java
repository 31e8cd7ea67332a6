package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    /** Stored in databases: a changed line here breaks the resuming of runs that an older version began. */
    @Test
    void theTextOfEachOperationStaysAsItIs() {
        String all = OneOfEach.examples().entrySet().stream()
                .map(CanonicalFormTest::entry)
                .collect(Collectors.joining("\n"));

        Golden.of(CanonicalFormTest.class, "CanonicalForm.golden").matches(all);
    }

    /** Stored in databases: a changed line here makes every migration with such an operation look changed. */
    @Test
    void theHashOfEachOperationStaysAsItIs() {
        String all = OneOfEach.examples().entrySet().stream()
                .map(example -> CanonicalForm.hash(List.of(example.getValue())) + " " + example.getKey())
                .collect(Collectors.joining("\n", "", "\n"));

        Golden.of(CanonicalFormTest.class, "CanonicalHash.golden").matches(all);
    }

    @Test
    void thereIsAHashOfEveryKindOfOperation() {
        assertThat(OneOfEach.examples().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(kindsOf(Operation.class).toList());
    }

    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CanonicalFormTest::kindsOf)
                : Stream.of(type);
    }

    private static String entry(Map.Entry<String, Operation> example) {
        return "# " + example.getKey() + "\n" + CanonicalForm.text(List.of(example.getValue()));
    }

    @Test
    void textAndNumbersAreToldApart() {
        Operation one = new DeleteRows(OneOfEach.USERS, java.util.Optional.of(new Condition("id = ?", List.of(1L))));
        Operation other = new DeleteRows(OneOfEach.USERS, java.util.Optional.of(new Condition("id = ?", List.of("1"))));

        assertThat(CanonicalForm.hash(List.of(one))).isNotEqualTo(CanonicalForm.hash(List.of(other)));
    }

    @Test
    void theHashNamesItsVersion() {
        assertThat(CanonicalForm.hash(List.of()))
                .isEqualTo("1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void codeIsComparedByNameAndVersionOnly() {
        Operation one = new RunCode("hash", 1, Assurance.NONE, session -> {});
        Operation same = new RunCode("hash", 1, Assurance.NONE, session -> session.progress("other"));
        Operation next = new RunCode("hash", 2, Assurance.NONE, session -> {});

        assertThat(CanonicalForm.text(List.of(one))).isEqualTo(CanonicalForm.text(List.of(same)));
        assertThat(CanonicalForm.text(List.of(one))).isNotEqualTo(CanonicalForm.text(List.of(next)));
    }
}
