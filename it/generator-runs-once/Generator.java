import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a class that the migration uses, and a line for each of its runs. */
public final class Generator {

    private Generator() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0], "com", "acme"));
        Files.writeString(
                directory.resolve("Names.java"),
                "package com.acme; final class Names { static final String USERS = \"users\"; private Names() {} }\n");
        Files.writeString(Path.of("runs.txt"), "run\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
