package dev.migrate.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be instantiated is indexed; what cannot is one error on its annotation, and no other. */
class ClassShapeTest {

    private static final String METHODS =
            "@Override public void upgrade(Operations op) {} @Override public void downgrade(Operations op) {}";

    /** {@code R} stands for the annotation, on a line of its own; {@code M} for the methods. */
    private static Compilation compile(String declaration) {
        JavaFileObject source = JavaFileObjects.forSourceString(
                "app.A",
                "package app; import dev.migrate.*;\n"
                        + declaration
                                .replace("@R ", "\n@Revision(id = \"a\")\n")
                                .replace("M}", METHODS + "}"));
        return javac().withProcessors(new RevisionProcessor())
                .withOptions("-Xlint:all", "-Werror")
                .compile(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@R public abstract class A implements Migration {M} | app.A cannot be a migration: it is abstract.",
                "@R class A implements Migration {M} | it is not public.",
                "@R public class A {} | it does not implement dev.migrate.Migration.",
                "@R public interface A extends Migration {} | it is an interface.",
                "@R public @interface A {} | it is an annotation.",
                "@R public enum A implements Migration {X; M} | it is an enum.",
                "@R public record A(int x) implements Migration {M} | it has no constructor without parameters.",
                "@R public class A implements Migration {A() {} M} | has a constructor without parameters that is not public.",
                "@R public class A implements Migration {public A(int x) {} M} | it has no constructor without parameters.",
                "@R public class A implements Migration {public A() throws Exception {} M} | throws java.lang.Exception.",
                "public class A {@R public class B implements Migration {M}} | app.A.B cannot be a migration: it is an inner class: static is missing.",
                "class A {@R public static class B implements Migration {M}} | it lies in app.A, which is not public.",
                "public class A {@R private static class B implements Migration {M}} | it is not public.",
                "public class A {public class C {@R public static class B implements Migration {M}}} | lies in app.A.C, which is an inner class",
                "@R abstract class A {} | it is abstract, it is not public, it does not implement dev.migrate.Migration."
            })
    void aClassThatCannotBeInstantiatedIsReportedOnItsAnnotation(String declaration, String message) {
        Compilation compilation = compile(declaration);

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[class-shape] ")
                .contains(message);
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@R public class A implements Migration {M}",
                "@R public final class A implements ReversibleMigration {@Override public void change(Operations op) {}}",
                "@R public record A() implements Migration {M}",
                "public class A {@R public static class B implements Migration {M}}",
                "public interface A {@R class B implements Migration {M}}",
                "public enum A {X; @R public static class B implements Migration {M}}",
                "@R @Deprecated public class A implements Migration {M}",
                "@R @Deprecated(forRemoval = true) public class A implements Migration {M}",
                "@Deprecated public class A {@R public static class B implements Migration {M}}",
                "@R public class A<T> implements Migration {M}",
                "@R public class A implements Migration {public A() throws IllegalStateException {} M}",
                "@R public class A extends Base {} abstract class Base implements Migration {M}"
            })
    void aClassThatCanBeInstantiatedIsIndexed(String declaration) {
        Compilation compilation = compile(declaration);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFiles()).anyMatch(file -> file.getName().contains("/app/RevisionIndex_"));
    }
}
