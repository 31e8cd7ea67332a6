package dev.migrate.model;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.migrate.classfile.ClassFile;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds mapped classes by their class files, in directories and jars, without loading one. */
final class MappedClasses {

    private static final Set<String> MAPPED = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Converter;");

    private static final String SPRING_APPLICATION = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    /** Spring Boot 3's and Spring Boot 4's. */
    private static final Set<String> ENTITY_SCAN = Set.of(
            "Lorg/springframework/boot/autoconfigure/domain/EntityScan;",
            "Lorg/springframework/boot/persistence/autoconfigure/EntityScan;");

    private static final Set<String> SPRING =
            Stream.concat(Stream.of(SPRING_APPLICATION), ENTITY_SCAN.stream()).collect(toUnmodifiableSet());

    private static final Pattern PACKAGE = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");

    private static final String SUFFIX = ".class";
    private static final String PACKAGE_INFO = "package-info";

    private final Collection<String> packages;
    private final Set<String> classes = new TreeSet<>();
    private final Set<String> annotatedPackages = new TreeSet<>();
    private final Set<String> applications = new TreeSet<>();
    private final Set<String> scanned = new TreeSet<>();

    /**
     * @param packages where to look, with the packages below; empty for everywhere
     */
    MappedClasses(Collection<String> packages) {
        this.packages = packages;
    }

    /**
     * Looks through a directory or jar.
     *
     * @param root where classes are; need not exist
     */
    MappedClasses in(Path root) {
        try {
            if (Files.isDirectory(root)) {
                lookThroughDirectory(root);
            } else if (Files.isRegularFile(root)) {
                lookThroughJar(root);
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.FILE_FAILED,
                                    "the classes in " + root.getFileName() + " cannot be read: " + e)
                            .next("build the project again"),
                    e);
        }
        return this;
    }

    /** Entities, embeddables, mapped superclasses and converters: binary names, sorted. */
    Set<String> classes() {
        return classes;
    }

    /** Packages that may have annotations of their own, sorted. */
    Set<String> annotatedPackages() {
        return annotatedPackages;
    }

    /** Where Spring Boot looks for entities, sorted: the packages of {@code @EntityScan}, else those of its application. */
    Set<String> applications() {
        return scanned.isEmpty() ? applications : scanned;
    }

    private void lookThroughDirectory(Path root) throws IOException {
        String separator = root.getFileSystem().getSeparator();
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace(separator, "/");
            if (isWanted(name)) {
                take(name, Files.readAllBytes(file));
            }
        }
    }

    private void lookThroughJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().filter(entry -> isWanted(entry.getName())).forEach(entries::add);
            for (ZipEntry entry : entries) {
                try (InputStream content = zip.getInputStream(entry)) {
                    take(entry.getName(), content.readAllBytes());
                }
            }
        }
    }

    private boolean isWanted(String file) {
        if (!file.endsWith(SUFFIX) || file.startsWith("META-INF/")) {
            return false;
        }
        String inPackage = packageOf(className(file)) + ".";
        return packages.isEmpty() || packages.stream().anyMatch(wanted -> inPackage.startsWith(wanted + "."));
    }

    private void take(String file, byte[] content) {
        String name = className(file);
        if (name.endsWith("." + PACKAGE_INFO)) {
            annotatedPackages.add(packageOf(name));
        } else if (!ClassFile.annotations(content, MAPPED).isEmpty()) {
            classes.add(name);
        } else {
            ClassFile.elements(content, SPRING).forEach((annotation, elements) -> {
                if (ENTITY_SCAN.contains(annotation)) {
                    scanned.addAll(scannedBy(name, elements));
                } else {
                    applications.add(packageOf(name));
                }
            });
        }
    }

    private static List<String> scannedBy(String scanning, Map<String, List<String>> elements) {
        List<String> found = new ArrayList<>();
        Stream.of("value", "basePackages")
                .flatMap(element -> elements.getOrDefault(element, List.of()).stream())
                .forEach(found::add);
        found.stream().filter(each -> !PACKAGE.matcher(each).matches()).forEach(each -> {
            throw new MigrateException(Problem.of(
                            ProblemCode.MODEL_FAILED,
                            "@EntityScan of " + scanning + " names \"" + each
                                    + "\", of which only a running application knows what it stands for")
                    .next("name the packages of the entities: -Dmigrate.modelPackages=…"));
        });
        elements.getOrDefault("basePackageClasses", List.of()).stream()
                .map(descriptor -> packageOf(descriptor.substring(1).replace('/', '.')))
                .forEach(found::add);
        return found.isEmpty() ? List.of(packageOf(scanning)) : found;
    }

    private static String className(String file) {
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }
}
