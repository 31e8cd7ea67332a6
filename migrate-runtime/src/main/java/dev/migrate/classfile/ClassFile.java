package dev.migrate.classfile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** As much of a class file as it takes to tell the annotations of the class (Java Virtual Machine Specification, 4). */
public final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;
    private static final Set<String> ANNOTATIONS = Set.of("RuntimeInvisibleAnnotations", "RuntimeVisibleAnnotations");

    private final ByteBuffer file;

    /** Where the text of each constant begins, its length in front; 0 for constants that are no text. */
    private int[] texts = {};

    private ClassFile(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /**
     * Whether the class has an annotation.
     *
     * @param file the class file; one that is none has no annotation
     * @param descriptor the type of the annotation, such as {@code Ljava/lang/Deprecated;}
     * @return whether the class itself has it, kept at run time or not
     */
    public static boolean hasAnnotation(byte[] file, String descriptor) {
        return !annotations(file, Set.of(descriptor)).isEmpty();
    }

    /**
     * Which of some annotations the class has.
     *
     * @param file the class file; one that is none has no annotation
     * @param descriptors types of annotations, such as {@code Ljava/lang/Deprecated;}
     * @return those that the class itself has, kept at run time or not, sorted
     */
    public static Set<String> annotations(byte[] file, Collection<String> descriptors) {
        return elements(file, descriptors).keySet();
    }

    /**
     * What the class says in some annotations.
     *
     * @param file the class file; one that is none has no annotation
     * @param descriptors types of annotations, such as {@code Ljava/lang/Deprecated;}
     * @return for each that the class itself has the texts and the classes, these by descriptor, that its elements hold,
     *     by the names of the elements; defaults are not among them
     */
    public static SortedMap<String, Map<String, List<String>>> elements(byte[] file, Collection<String> descriptors) {
        try {
            return new ClassFile(file).elements(descriptors);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new TreeMap<>(); // damaged: whoever loads the class will say so
        }
    }

    private SortedMap<String, Map<String, List<String>>> elements(Collection<String> descriptors) {
        SortedMap<String, Map<String, List<String>>> found = new TreeMap<>();
        if (file.getInt() != MAGIC) {
            return found;
        }
        skip(4); // the version
        if (!readConstants(descriptors)) {
            return found;
        }
        skip(6); // access, this class, super class
        skip(2 * count());
        skipMembers();
        skipMembers();
        for (int attributes = count(); attributes > 0; attributes--) {
            String name = text(count());
            int length = file.getInt();
            if (!ANNOTATIONS.contains(name)) {
                skip(length);
                continue;
            }
            for (int annotations = count(); annotations > 0; annotations--) {
                String annotation = text(count());
                Map<String, List<String>> elements = elements();
                if (descriptors.contains(annotation)) {
                    found.put(annotation, elements);
                }
            }
        }
        return found;
    }

    /** False where no constant is one of those texts: true for nearly all classes, which need not be read any further. */
    private boolean readConstants(Collection<String> wanted) {
        List<ByteBuffer> sought = new ArrayList<>();
        wanted.forEach(text -> sought.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
        boolean found = false;
        texts = new int[count()];
        for (int i = 1; i < texts.length; i++) {
            int tag = file.get();
            switch (tag) {
                case 1 -> {
                    texts[i] = file.position();
                    int length = count();
                    found = found || sought.contains(file.slice(file.position(), length));
                    skip(length);
                }
                case 5, 6 -> {
                    skip(8);
                    i++; // a long or a double takes two places
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 15 -> skip(3);
                case 7, 8, 16, 19, 20 -> skip(2);
                default -> throw new IllegalArgumentException("unknown kind of constant: " + tag);
            }
        }
        return found;
    }

    private void skipMembers() {
        for (int members = count(); members > 0; members--) {
            skip(6); // access, name, descriptor
            for (int attributes = count(); attributes > 0; attributes--) {
                skip(2);
                skip(file.getInt());
            }
        }
    }

    private Map<String, List<String>> elements() {
        Map<String, List<String>> elements = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            takeValue(elements.computeIfAbsent(text(count()), name -> new ArrayList<>()));
        }
        return elements;
    }

    private void takeValue(List<String> texts) {
        switch (file.get()) {
            case 's', 'c' -> texts.add(text(count()));
            case 'e' -> skip(4);
            case '@' -> {
                skip(2);
                elements();
            }
            case '[' -> {
                for (int values = count(); values > 0; values--) {
                    takeValue(texts);
                }
            }
            default -> skip(2);
        }
    }

    private String text(int constant) {
        int at = texts[constant];
        int length = Short.toUnsignedInt(file.getShort(at));
        return new String(file.array(), at + 2, length, StandardCharsets.UTF_8);
    }

    private int count() {
        return Short.toUnsignedInt(file.getShort());
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }
}
