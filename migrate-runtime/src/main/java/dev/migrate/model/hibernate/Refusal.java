package dev.migrate.model.hibernate;

import static java.util.Objects.requireNonNull;

import dev.migrate.model.Mapping;
import dev.migrate.model.ModelDatabase;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;

/**
 * What Hibernate throws at a model, in words: with the mapped classes that it is about, as far as anybody can tell.
 *
 * @param provider Hibernate and its version
 * @param mapping what was read
 * @param database the database it was read for
 */
record Refusal(String provider, Mapping mapping, ModelDatabase database) {

    private static final String ITS_JARS = "give it the jars, and the versions of them, that its own POM names:"
            + " mvn dependency:tree shows which the project has";

    Problem of(Throwable thrown) {
        Optional<Throwable> unloaded =
                causes(thrown).filter(Refusal::isOfLoading).findFirst();
        return unloaded.isEmpty()
                ? refused(thrown)
                : ofMappedClass().or(() -> ofLibrary(unloaded.get())).orElseGet(() -> refused(thrown));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isOfLoading(Throwable cause) {
        return cause instanceof LinkageError
                || cause instanceof ClassNotFoundException
                || cause instanceof ClassLoadingException;
    }

    private Problem refused(Throwable thrown) {
        String words = words(thrown);
        List<String> named = mapping.classes().stream()
                .filter(name -> words.matches("(?s).*\\b" + name.replaceAll("([.$])", "\\\\$1") + "\\b.*"))
                .toList();
        return Problem.of(
                        ProblemCode.MODEL_FAILED,
                        provider + (thrown instanceof PersistenceException ? " refuses" : " fails at")
                                + " the model for " + database.product() + " " + database.version() + ": " + words)
                .at(named.isEmpty() ? mapping.name() : String.join(", ", named) + " (" + mapping.name() + ")")
                .next("correct the mapping; if the application starts with it, tell migrate what the application tells"
                        + " Hibernate, in a class that implements dev.migrate.model.ModelSettings");
    }

    /** What is said on the way down to the cause: the outermost words often say nothing. */
    private static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        causes(thrown).map(Refusal::said).forEach(said -> {
            if (words.indexOf(said) < 0) {
                words.append(words.isEmpty() ? "" : ": ").append(said);
            }
        });
        return words.toString();
    }

    /** Hibernate's own words are for people; of what others throw, its kind may be all that it says. */
    private static String said(Throwable cause) {
        return cause instanceof PersistenceException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.toString();
    }

    /** The first mapped class that cannot be read whole. */
    private Optional<Problem> ofMappedClass() {
        for (String name : mapping.classes()) {
            try {
                Class<?> mapped = Class.forName(name, false, Refusal.class.getClassLoader());
                requireNonNull(mapped.getDeclaredFields()); // looks up the classes that they are of
                requireNonNull(mapped.getDeclaredMethods());
                requireNonNull(mapped.getDeclaredConstructors());
            } catch (ClassNotFoundException e) {
                return Optional.of(
                        failed("the class path has no class " + name, "compile it, or correct what names it"));
            } catch (UnsupportedClassVersionError e) {
                return Optional.of(tooNew(name, e));
            } catch (LinkageError e) {
                return Optional.of(failed(
                        "the mapped class " + name + " cannot be loaded: " + why(e),
                        "give the project what the application has at run time: a dependency of scope compile or"
                                + " runtime, or classes that are compiled: mvn compile"));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> ofLibrary(Throwable unloaded) {
        return unloaded instanceof LinkageError
                ? Optional.of(
                        failed(provider + " does not fit the other jars of the class path: " + why(unloaded), ITS_JARS))
                : Optional.empty();
    }

    private Problem tooNew(String name, UnsupportedClassVersionError e) {
        int running = Runtime.version().feature();
        return Problem.of(
                        ProblemCode.CLASS_VERSION,
                        "the mapped class " + name + " cannot be loaded, since Java " + running + " runs here: "
                                + e.getMessage())
                .at(mapping.name())
                .next("run with that Java, or compile with maven.compiler.release=" + running);
    }

    private Problem failed(String what, String next) {
        return Problem.of(ProblemCode.MODEL_FAILED, what).at(mapping.name()).next(next);
    }

    private static String why(Throwable unloaded) {
        return unloaded instanceof NoClassDefFoundError && unloaded.getMessage() != null
                ? "the class path has no class " + unloaded.getMessage().replace('/', '.')
                : unloaded.toString();
    }
}
