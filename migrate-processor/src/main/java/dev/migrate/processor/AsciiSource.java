package dev.migrate.processor;

import com.palantir.javapoet.JavaFile;
import java.util.Locale;

/** A source in ASCII, names of classes too: it compiles to the same whatever {@code -encoding} is. */
final class AsciiSource {

    private AsciiSource() {}

    static String of(JavaFile file) {
        String source = file.toString();
        if (source.chars().allMatch(c -> c < 0x7f)) {
            return source;
        }
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
