package dev.migrate.maven.source;

import java.nio.file.Path;
import java.util.Optional;
import javax.tools.SimpleJavaFileObject;

/** One source file in memory, as the compiler wants to see it. Of a file that git could not merge it is the own side. */
final class SourceText extends SimpleJavaFileObject {

    private final Path root;
    private final Path file;
    private final ConflictMarkers.Sides text;

    SourceText(Path root, Path file, String text) {
        this(root, file, ConflictMarkers.split(text));
    }

    private SourceText(Path root, Path file, ConflictMarkers.Sides text) {
        super(file.toUri(), Kind.SOURCE);
        this.root = root;
        this.file = file;
        this.text = text;
    }

    boolean isKotlin() {
        return isKotlin(file);
    }

    static boolean isKotlin(Path file) {
        return file.toString().endsWith(".kt");
    }

    Path root() {
        return root;
    }

    Path file() {
        return file;
    }

    /** The other side of a file that git could not merge. */
    Optional<SourceText> theirs() {
        return text.differ()
                ? Optional.of(new SourceText(root, file, new ConflictMarkers.Sides(text.theirs(), text.theirs())))
                : Optional.empty();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text.ours();
    }
}
