package dev.migrate.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A linear history whose author edits it. An edit rewrites the sources that it concerns, a revision and mostly its child;
 * a build tool hands these, and these alone, to the compiler, after it has deleted the classes of sources that are gone.
 */
final class EditedProject {

    /** What an author does to one revision. */
    enum Edit {
        TOUCH,
        NEW,
        DELETE,
        CHANGE_ID,
        MOVE_TO_ANOTHER_PACKAGE,
        REMOVE_ANNOTATION,
        CHANGE_MESSAGE,
        NEST_OR_UNNEST,
        IRREVERSIBLE
    }

    private static final class Revision {
        private String packageName;
        private String id;
        private final String name;
        private String message = "";
        private boolean nested;
        private boolean irreversible;

        Revision(String packageName, int number) {
            this.packageName = packageName;
            id = "r" + number;
            name = "R" + number;
        }

        String file() {
            return packageName.replace('.', '/') + "/" + (nested ? "Outer" : "") + name + ".java";
        }
    }

    private static final List<String> PACKAGES = List.of("app", "app.a", "app.b.deep", "other");

    private final Random random;
    private final Project project;
    private final List<Revision> history = new ArrayList<>();
    private final Map<String, String> plainClasses = new TreeMap<>();
    private Map<String, String> sources = new TreeMap<>();
    private int numbers;

    EditedProject(Project project, Random random) {
        this.project = project;
        this.random = random;
        for (int i = 0; i < 4; i++) {
            add();
        }
        write();
    }

    /**
     * Edits, and answers the sources that a build tool would compile: with one revision at least, since no compiler calls
     * a processor for sources without an annotation of its own.
     */
    List<Path> edit(Edit edit) {
        int at = random.nextInt(history.size());
        Revision revision = history.get(at);
        switch (edit) {
            case TOUCH -> {}
            case NEW -> add();
            case DELETE -> remove(at);
            case CHANGE_ID -> revision.id = "changed" + ++numbers;
            case MOVE_TO_ANOTHER_PACKAGE -> revision.packageName = PACKAGES.get(random.nextInt(PACKAGES.size()));
            case REMOVE_ANNOTATION -> {
                if (!revision.nested) {
                    plainClasses.put(
                            revision.file(), "package %s;%n%npublic final class %s {}%n".formatted(revision.packageName, revision.name));
                }
                remove(at);
            }
            case CHANGE_MESSAGE -> revision.message = "message " + ++numbers;
            case NEST_OR_UNNEST -> revision.nested = !revision.nested;
            case IRREVERSIBLE -> revision.irreversible = !revision.irreversible;
        }
        List<Path> changed = write();
        if (history.stream().noneMatch(each -> changed.contains(project.sources.resolve(each.file())))) {
            changed.add(project.sources.resolve(history.get(0).file()));
        }
        return changed;
    }

    private void add() {
        history.add(new Revision(PACKAGES.get(random.nextInt(PACKAGES.size())), ++numbers));
    }

    private void remove(int at) {
        if (history.size() == 1) {
            add();
        }
        history.remove(at);
    }

    /** Writes what has changed, and deletes what is gone. */
    private List<Path> write() {
        Map<String, String> now = new TreeMap<>(plainClasses);
        String down = "";
        for (Revision revision : history) {
            now.put(revision.file(), text(revision, down));
            down = revision.id;
        }
        List<Path> changed = new ArrayList<>();
        now.forEach((file, text) -> {
            if (!text.equals(sources.get(file))) {
                changed.add(project.write(file, text));
            }
        });
        sources.keySet().stream().filter(file -> !now.containsKey(file)).forEach(this::delete);
        sources = now;
        return changed;
    }

    private static String text(Revision revision, String down) {
        String declaration = (revision.irreversible ? "@Irreversible(\"so it is\")\n" : "")
                + "@Revision(id = \"%s\", %smessage = \"%s\")\n"
                        .formatted(
                                revision.id,
                                down.isEmpty() ? "" : "downRevision = \"" + down + "\", ",
                                revision.message)
                + "public %sfinal class %s extends Blank {\n    public %s() {}\n}\n"
                        .formatted(revision.nested ? "static " : "", revision.name, revision.name);
        return "package " + revision.packageName + ";\n\nimport dev.migrate.*;\nimport dev.migrate.processor.Blank;\n\n"
                + (revision.nested
                        ? "public interface Outer" + revision.name + " {\n" + declaration.replace("static ", "") + "}\n"
                        : declaration);
    }

    private void delete(String file) {
        String base = file.substring(0, file.length() - ".java".length());
        Path directory = project.classes.resolve(base).getParent();
        String name = project.classes.resolve(base).getFileName().toString();
        try {
            Files.delete(project.sources.resolve(file));
            if (!Files.isDirectory(directory)) {
                return;
            }
            try (Stream<Path> classes = Files.list(directory)) {
                for (Path each : classes.toList()) {
                    if (each.getFileName().toString().matches(name + "(\\$.*)?\\.class")) {
                        Files.delete(each);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
