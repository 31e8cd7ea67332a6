package dev.migrate.testing;

import dev.migrate.Code;
import dev.migrate.Migration;
import dev.migrate.Operations;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What authors of migrations can call, and which of it compiled classes do call, as their constants tell. */
public final class AuthorsApi {

    private static final String PACKAGE = Operations.class.getPackageName();
    private static final String SUFFIX = ".class";

    private AuthorsApi() {}

    /** The methods that no class below a directory calls, such as {@code TableSpec.primaryKey(String, String[])}; sorted. */
    public static SortedSet<String> notCalledIn(Path directory) {
        SortedSet<String> missing = methods();
        missing.removeAll(calledIn(directory));
        return missing;
    }

    /** Every method of the interfaces that authors are given. */
    static SortedSet<String> methods() {
        return interfaces()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(AuthorsApi::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> interfaces() {
        try {
            Path location = Path.of(Operations.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(location)) {
                return interfaces(location);
            }
            try (FileSystem jar = FileSystems.newFileSystem(location)) {
                return interfaces(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> interfaces(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE.replace('.', '/')))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("package-info"))
                    .<Class<?>>map(file -> type(PACKAGE + "." + file.substring(0, file.length() - SUFFIX.length())))
                    .filter(AuthorsApi::isGiven)
                    .toList()
                    .stream();
        }
    }

    private static boolean isGiven(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.isInterface()
                && !type.isAnnotation()
                && !Migration.class.isAssignableFrom(type)
                && type != Code.class;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName().substring(PACKAGE.length() + 1) + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static SortedSet<String> calledIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            SortedSet<String> called = new TreeSet<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                new Constants(Files.readAllBytes(file)).calls().forEach(called::add);
            }
            return called;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The constants of a class file (Java Virtual Machine Specification, 4.4): each call of a method is one. */
    private static final class Constants {

        private final int[] tags;
        private final int[] first;
        private final int[] second;
        private final String[] texts;

        Constants(byte[] classFile) throws IOException {
            DataInputStream file = new DataInputStream(new ByteArrayInputStream(classFile));
            file.skipNBytes(8); // magic and version
            int count = file.readUnsignedShort();
            tags = new int[count];
            first = new int[count];
            second = new int[count];
            texts = new String[count];
            for (int i = 1; i < count; i++) {
                tags[i] = file.readUnsignedByte();
                switch (tags[i]) {
                    case 1 -> texts[i] = file.readUTF();
                    case 9, 10, 11, 12, 17, 18 -> {
                        first[i] = file.readUnsignedShort();
                        second[i] = file.readUnsignedShort();
                    }
                    case 7, 8, 16, 19, 20 -> first[i] = file.readUnsignedShort();
                    case 3, 4 -> file.skipNBytes(4);
                    case 15 -> file.skipNBytes(3);
                    case 5, 6 -> {
                        file.skipNBytes(8);
                        i++; // a long or a double takes two places
                    }
                    default -> throw new IOException("unknown kind of constant: " + tags[i]);
                }
            }
        }

        /** The methods of the API among those that are called. */
        Stream<String> calls() {
            return Stream.iterate(1, i -> i < tags.length, i -> i + 1)
                    .filter(i -> tags[i] == 10 || tags[i] == 11)
                    .flatMap(this::called);
        }

        private Stream<String> called(int reference) {
            String owner = texts[first[first[reference]]].replace('/', '.');
            if (!owner.startsWith(PACKAGE + ".") || owner.lastIndexOf('.') != PACKAGE.length()) {
                return Stream.empty();
            }
            String name = texts[first[second[reference]]];
            String descriptor = texts[second[second[reference]]];
            return Arrays.stream(type(owner).getMethods())
                    .filter(method ->
                            method.getName().equals(name) && descriptor(method).equals(descriptor))
                    .map(AuthorsApi::name);
        }

        private static String descriptor(Method method) {
            return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                    .toMethodDescriptorString();
        }
    }
}
