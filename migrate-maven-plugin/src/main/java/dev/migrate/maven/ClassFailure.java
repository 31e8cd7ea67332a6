package dev.migrate.maven;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why a class of the project cannot be used. */
final class ClassFailure {

    /** What the JVM says: {@code a/B has been compiled by … (class file version 69.0), this … up to 61.0}. */
    private static final Pattern VERSIONS = Pattern.compile("(\\S+) has been compiled.*?version (\\d+).*?up to (\\d+)");

    /** Class files of Java 1 have version 45. */
    private static final int BEFORE_JAVA_1 = 44;

    private ClassFailure() {}

    static MigrateException of(LinkageError thrown) {
        return clearer(new MigrateException(
                Problem.of(ProblemCode.CLASS_LOADING, "a class of the project cannot be used: " + thrown)
                        .next("compile afresh: mvn clean process-classes"),
                thrown));
    }

    /** The same, or the Java versions where they are the reason. */
    static MigrateException clearer(MigrateException thrown) {
        if (thrown.problem().code() == ProblemCode.CLASS_VERSION) {
            return thrown;
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedClassVersionError) {
                Matcher versions = VERSIONS.matcher(String.valueOf(cause.getMessage()));
                if (versions.find()) {
                    return new MigrateException(tooNew(versions), thrown);
                }
            }
        }
        return thrown;
    }

    private static Problem tooNew(Matcher versions) {
        int needed = Integer.parseInt(versions.group(2)) - BEFORE_JAVA_1;
        int running = Integer.parseInt(versions.group(3)) - BEFORE_JAVA_1;
        return Problem.of(
                        ProblemCode.CLASS_VERSION,
                        versions.group(1).replace('/', '.') + " was compiled for Java " + needed
                                + ", but Maven runs on Java " + running)
                .next("let JAVA_HOME name a JDK " + needed + ", or compile with maven.compiler.release=" + running);
    }
}
