package dev.migrate.index;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of a class file as it takes to tell the annotations of the class (Java Virtual Machine Specification, 4). */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;
    private static final String INVISIBLE_ANNOTATIONS = "RuntimeInvisibleAnnotations";

    private final ByteBuffer file;

    /** Where the text of each constant begins, its length in front; 0 for constants that are no text. */
    private int[] texts = {};

    private ClassFile(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /**
     * Whether the class has an annotation that is kept in the class file but not at run time.
     *
     * @param file the class file; one that is none has no annotation
     * @param descriptor the type of the annotation, such as {@code Ljava/lang/Deprecated;}
     */
    static boolean hasAnnotation(byte[] file, String descriptor) {
        try {
            return new ClassFile(file).hasAnnotation(descriptor);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false; // damaged: whoever loads the class will say so
        }
    }

    private boolean hasAnnotation(String descriptor) {
        if (file.getInt() != MAGIC) {
            return false;
        }
        skip(4); // the version
        if (!readConstants(descriptor)) {
            return false;
        }
        skip(6); // access, this class, super class
        skip(2 * count());
        skipMembers();
        skipMembers();
        for (int attributes = count(); attributes > 0; attributes--) {
            String name = text(count());
            int length = file.getInt();
            if (!name.equals(INVISIBLE_ANNOTATIONS)) {
                skip(length);
                continue;
            }
            for (int annotations = count(); annotations > 0; annotations--) {
                if (text(count()).equals(descriptor)) {
                    return true;
                }
                skipElements();
            }
        }
        return false;
    }

    /** False where no constant is that text: true for nearly all classes, which need not be read any further. */
    private boolean readConstants(String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        texts = new int[count()];
        for (int i = 1; i < texts.length; i++) {
            int tag = file.get();
            switch (tag) {
                case 1 -> {
                    texts[i] = file.position();
                    int length = count();
                    found |= file.slice(file.position(), length).equals(ByteBuffer.wrap(bytes));
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

    private void skipElements() {
        for (int elements = count(); elements > 0; elements--) {
            skip(2);
            skipValue();
        }
    }

    private void skipValue() {
        switch (file.get()) {
            case 'e' -> skip(4);
            case '@' -> {
                skip(2);
                skipElements();
            }
            case '[' -> {
                for (int values = count(); values > 0; values--) {
                    skipValue();
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
