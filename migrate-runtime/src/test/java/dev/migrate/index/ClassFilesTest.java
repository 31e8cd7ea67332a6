package dev.migrate.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.classfile.ClassFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {

    private static final String REVISION = "Ldev/migrate/Revision;";

    @TempDir
    Path directory;

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.writeString(directory.resolve("Outer.java"), """
                package app.deep;
                import dev.migrate.*;
                public class Outer {
                    static final long LONG = 4711_4711_4711L;
                    static final double DOUBLE = 0.1;
                    static final String LITERAL = "Ldev/migrate/Revision;";
                    Revision field;
                    @A(n = 1, s = {"x", "y"}, e = Thread.State.NEW, c = String.class, o = @B(1.5))
                    @Irreversible("no") @Revision(id = "a")
                    public static abstract class Nested implements Migration {}
                    @interface A { int n(); String[] s(); Thread.State e(); Class<?> c(); B o(); }
                    @interface B { double value(); }
                }
                """);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", directory.toString(), source.toString());
        assertThat(result).isZero();
    }

    @Test
    void onlyWhatIsAnnotatedIsFound() throws IOException {
        assertThat(ClassFiles.revisionsIn(directory)).containsExactly("app.deep.Outer$Nested");
    }

    @Test
    void onePackageIsSearchedWithoutTheOthers() throws IOException {
        assertThat(ClassFiles.revisionsIn(directory, "app.deep")).containsExactly("app.deep.Outer$Nested");
        assertThat(ClassFiles.revisionsIn(directory, "app")).isEmpty();
        assertThat(ClassFiles.revisionsIn(directory, "none")).isEmpty();
    }

    @Test
    void aFileCutOffAnywhereIsNoRevisionAndNoFailure() throws IOException {
        byte[] file = Files.readAllBytes(directory.resolve("app/deep/Outer$Nested.class"));
        assertThat(ClassFile.hasAnnotation(file, REVISION)).isTrue();

        for (int length = 0; length < file.length - 200; length++) {
            assertThat(ClassFile.hasAnnotation(Arrays.copyOf(file, length), REVISION))
                    .isFalse();
        }
    }

    @Test
    void theClassesOfThisProjectHaveNone() throws IOException, URISyntaxException {
        Path classes = Path.of(ClassFiles.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(ClassFiles.revisionsIn(classes)).isEqualTo(List.of());
    }
}
