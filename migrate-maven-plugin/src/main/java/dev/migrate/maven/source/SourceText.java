package dev.migrate.maven.source;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** One source file in memory, as the compiler wants to see it. */
final class SourceText extends SimpleJavaFileObject {

    private final Path root;
    private final Path file;
    private final ConflictMarkers.Resolved text;

    SourceText(Path root, Path file, String text) {
        super(file.toUri(), Kind.SOURCE);
        this.root = root;
        this.file = file;
        this.text = ConflictMarkers.resolve(text);
    }

    Path root() {
        return root;
    }

    Path file() {
        return file;
    }

    boolean hadConflicts() {
        return text.hadConflicts();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text.text();
    }
}
