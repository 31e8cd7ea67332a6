package dev.migrate.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command as a user writes it, arguments included.
 *
 * @param text the command
 */
record ShellCommand(String text) {

    /** What starts it for files, which it gets as its last arguments. */
    ProcessBuilder on(List<Path> files) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new ProcessBuilder(words(windows, files));
    }

    /** Through the shell, which splits the command as the user expects; the names of the files it leaves alone. */
    List<String> words(boolean windows, List<Path> files) {
        List<String> words =
                new ArrayList<>(windows ? List.of("cmd", "/c", text) : List.of("sh", "-c", text + " \"$@\"", text));
        files.forEach(file -> words.add(file.toString()));
        return words;
    }
}
