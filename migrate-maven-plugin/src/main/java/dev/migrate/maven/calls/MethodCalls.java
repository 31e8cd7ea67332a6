package dev.migrate.maven.calls;

import java.util.List;

/**
 * What one method calls.
 *
 * @param type its class, as people write it
 * @param name its name
 * @param descriptor its parameters and result
 * @param file the source, where the class file tells
 * @param called methods that run with it
 * @param unsteady calls of the clock and of chance
 */
record MethodCalls(
        String type, String name, String descriptor, String file, List<Called> called, List<Unsteady> unsteady) {

    private static final String LAMBDA = "lambda$";

    MethodCalls {
        called = List.copyOf(called);
        unsteady = List.copyOf(unsteady);
    }

    /**
     * A method that is called.
     *
     * @param owner its class, as the JVM writes it
     * @param name its name; empty for every method of the class, one of which is called by others
     * @param descriptor its parameters and result
     */
    record Called(String owner, String name, String descriptor) {
        boolean means(MethodCalls method) {
            return name.isEmpty() || (name.equals(method.name()) && descriptor.equals(method.descriptor()));
        }
    }

    /**
     * A call that does not answer the same each time.
     *
     * @param callee what is called, as people write it
     * @param line its line in the source; 0 where the class file does not tell
     */
    record Unsteady(String callee, int line) {}

    /** Where the source has a call. */
    String place(int line) {
        return type + "." + written() + (line > 0 && !file.isEmpty() ? " (" + file + ":" + line + ")" : "");
    }

    /** Compilers make methods of lambdas: {@code lambda$upgrade$0}, in Kotlin {@code upgrade$lambda$0}. */
    private String written() {
        String written = name.startsWith(LAMBDA) ? name.substring(LAMBDA.length()) : name;
        int end = written.indexOf('$');
        return end < 0 ? written : written.substring(0, end);
    }
}
