package dev.migrate.maven.calls;

import dev.migrate.maven.calls.MethodCalls.Called;
import dev.migrate.maven.calls.MethodCalls.Unsteady;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the methods of one class call.
 *
 * @param methods the methods, in the order of the class file; none of a class that runs later
 */
record ClassCalls(List<MethodCalls> methods) {

    private static final int API = Opcodes.ASM9;

    /** What {@code op.run} and {@code op.decide} take: it runs when its turn comes, not while it is recorded. */
    private static final Set<String> LATER = Set.of("dev/migrate/Code", "java/util/function/BiConsumer");

    private static final Map<String, Set<String>> UNSTEADY = Map.of(
            "java/lang/System", Set.of("currentTimeMillis()", "nanoTime()"),
            "java/lang/Math", Set.of("random()"),
            "java/lang/StrictMath", Set.of("random()"),
            "java/util/UUID", Set.of("randomUUID()"),
            "java/util/Random", Set.of("<init>()"),
            "java/util/SplittableRandom", Set.of("<init>()"),
            "java/util/concurrent/ThreadLocalRandom", Set.of("current()"),
            "java/security/SecureRandom", Set.of("<init>()"),
            "java/util/Date", Set.of("<init>()"),
            "java/util/Calendar", Set.of("getInstance()"));

    ClassCalls {
        methods = List.copyOf(methods);
    }

    static ClassCalls of(byte[] file) {
        Reading reading = new Reading();
        new ClassReader(file).accept(reading, ClassReader.SKIP_FRAMES);
        return new ClassCalls(reading.later ? List.of() : reading.methods);
    }

    private static boolean isUnsteady(String owner, String name, String descriptor) {
        if (owner.startsWith("java/time/")) {
            return name.equals("now");
        }
        boolean takesNothing = descriptor.startsWith("()");
        return takesNothing && UNSTEADY.getOrDefault(owner, Set.of()).contains(name + "()");
    }

    private static String words(String owner, String name) {
        String type = owner.replace('/', '.');
        return name.equals("<init>") ? "new " + type + "()" : type + "." + name + "()";
    }

    private static final class Reading extends ClassVisitor {

        private final List<MethodCalls> methods = new ArrayList<>();
        private String type = "";
        private String file = "";
        private boolean later;

        Reading() {
            super(API);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String[] interfaces) {
            type = name.replace('/', '.');
            later = List.of(interfaces).stream().anyMatch(LATER::contains);
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            file = source == null ? "" : source;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
            return new MethodVisitor(API) {

                private final List<Called> called = new ArrayList<>();
                private final List<Unsteady> unsteady = new ArrayList<>();
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String callee, String parameters, boolean isInterface) {
                    called(owner, callee, parameters);
                    if (callee.equals("<init>")) {
                        called.add(new Called(owner, "", "")); // whoever is handed the object calls its methods
                    }
                }

                private void called(String owner, String callee, String parameters) {
                    if (isUnsteady(owner, callee, parameters)) {
                        unsteady.add(new Unsteady(words(owner, callee), line));
                    }
                    called.add(new Called(owner, callee, parameters));
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String callee, String parameters, Handle bootstrap, Object... arguments) {
                    if (LATER.contains(Type.getReturnType(parameters).getInternalName())) {
                        return;
                    }
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            called(handle.getOwner(), handle.getName(), handle.getDesc());
                        }
                    }
                }

                @Override
                public void visitEnd() {
                    methods.add(new MethodCalls(type, name, descriptor, file, called, unsteady));
                }
            };
        }
    }
}
