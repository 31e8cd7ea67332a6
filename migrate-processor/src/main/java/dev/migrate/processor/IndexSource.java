package dev.migrate.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.migrate.Migration;
import dev.migrate.index.HistoryEntry;
import dev.migrate.index.RevisionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The source of the index of one package. Its name ends in a hash of what it says: a compilation that changes nothing
 * finds it there and writes nothing, and one that changes something never has to overwrite a type, which javac warns of
 * and Eclipse's compiler refuses.
 */
final class IndexSource {

    private static final int REVISIONS_PER_PART = 500;

    /** Raise when the same revisions are to be written in another way. */
    private static final String FORMAT = "3";

    private static final TypeName TEXTS = ParameterizedTypeName.get(List.class, String.class);

    private final String packageName;
    private final List<DeclaredRevision> revisions;
    private final SortedSet<String> packages;
    private final Optional<DeclaredHistory> history;
    private final ClassName name;

    /**
     * @param packageName the package
     * @param revisions its revisions, in order of id
     * @param packages all packages of the module with an index, for the incremental compilation that sees one of them,
     *     and to tell modules in one jar apart
     * @param history the history that the package names
     */
    IndexSource(
            String packageName,
            List<DeclaredRevision> revisions,
            SortedSet<String> packages,
            Optional<DeclaredHistory> history) {
        this.packageName = packageName;
        this.revisions = List.copyOf(revisions);
        this.packages = packages;
        this.history = history;
        StringBuilder content =
                new StringBuilder(FORMAT).append('\n').append(packages).append('\n');
        history.ifPresent(declared -> content.append(declared.entry().text()));
        revisions.forEach(revision -> content.append(revision.entry().text()));
        this.name = ClassName.get(
                packageName,
                IndexElements.PREFIX + SourceChecksum.sha256(content.toString()).substring(0, 12));
    }

    /** The binary name of the index type. */
    String className() {
        return name.canonicalName();
    }

    Element[] originatingElements() {
        return Stream.concat(
                        history.stream().filter(DeclaredHistory::local).map(DeclaredHistory::element),
                        revisions.stream().filter(DeclaredRevision::local).map(DeclaredRevision::type))
                .toArray(Element[]::new);
    }

    String text() {
        return AsciiSource.of(
                JavaFile.builder(packageName, type()).indent("    ").build());
    }

    // No @Generated: under -Xlint:processing javac warns of it, since no processor claims it.
    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RevisionIndex.class)
                .addJavadoc(
                        history.isEmpty()
                                ? "The revisions of this package, as the compiler saw them.\n"
                                : "The revisions of this package and the history that it names, as the compiler saw them.\n");
        suppressed().ifPresent(type::addAnnotation);
        type.addField(constant(IndexElements.PACKAGES, String.join(" ", packages)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                .build());
        history.ifPresent(declared -> addHistory(type, declared.entry()));
        type.addMethod(MethodSpec.methodBuilder("packages")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TEXTS)
                .addStatement("return $T.of($N.split($S, -1))", List.class, IndexElements.PACKAGES, " ")
                .build());
        List<TypeSpec> parts = parts();
        type.addMethod(MethodSpec.methodBuilder("parts")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, RevisionIndex.Part.class))
                .addStatement(
                        "return $T.of($L)",
                        List.class,
                        parts.stream()
                                .map(part -> CodeBlock.of("new $N()", part))
                                .collect(CodeBlock.joining(", ")))
                .build());
        return type.addTypes(parts).build();
    }

    private static void addHistory(TypeSpec.Builder type, HistoryEntry entry) {
        List<FieldSpec> texts = constants(IndexElements.HISTORY, "%s%d", ConstantText.pieces(entry.text()));
        type.addFields(texts).addMethod(listing("history", texts));
    }

    /** Only what is needed: Eclipse's compiler warns of a suppression that suppresses nothing. */
    private Optional<AnnotationSpec> suppressed() {
        AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
        revisions.stream()
                .flatMap(revision -> deprecations(revision.type()))
                .distinct()
                .sorted()
                .forEach(warning -> suppressed.addMember("value", "$S", warning));
        if (revisions.stream()
                .anyMatch(revision -> !revision.type().getTypeParameters().isEmpty())) {
            suppressed.addMember("value", "$S", "rawtypes");
        }
        AnnotationSpec annotation = suppressed.build();
        return annotation.members().isEmpty() ? Optional.empty() : Optional.of(annotation);
    }

    /** What a compiler says to a use of the class: of its name, the names around it, and its constructor. */
    private static Stream<String> deprecations(TypeElement type) {
        Stream<? extends Element> used = Stream.concat(
                Stream.<Element>iterate(type, TypeElement.class::isInstance, Element::getEnclosingElement),
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(constructor -> constructor.getParameters().isEmpty()));
        return used.flatMap(element -> Annotations.find(element, Deprecated.class).stream())
                .map(deprecated -> Annotations.value(deprecated, "forRemoval")
                                .map(value -> value.getValue().equals(true))
                                .orElse(false)
                        ? "removal"
                        : "deprecation");
    }

    private List<TypeSpec> parts() {
        List<TypeSpec> parts = new ArrayList<>();
        for (int from = 0; from < revisions.size(); from += REVISIONS_PER_PART) {
            int to = Math.min(revisions.size(), from + REVISIONS_PER_PART);
            parts.add(part("Part" + (parts.size() + 1), revisions.subList(from, to)));
        }
        return parts;
    }

    private static TypeSpec part(String name, List<DeclaredRevision> revisions) {
        List<FieldSpec> texts = constants(
                IndexElements.TEXT,
                "%s%d",
                ConstantText.packed(revisions.stream()
                        .map(revision -> revision.entry().text())
                        .toList()));
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (id) {\n").indent();
        for (DeclaredRevision revision : revisions) {
            cases.add(
                    "case $L -> new $L();\n", StringLiteral.of(revision.entry().id()), nameOf(revision.type()));
        }
        cases.add("default -> throw new $T(id);\n", IllegalArgumentException.class)
                .unindent()
                .add("};\n");
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(RevisionIndex.Part.class)
                .addFields(texts)
                .addMethod(listing("text", texts))
                .addMethod(MethodSpec.methodBuilder("create")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(Migration.class)
                        .addParameter(String.class, "id")
                        .addCode(cases.build())
                        .build())
                .build();
    }

    /** In full where JavaPoet's shorter name would mean a type that the index inherits from its interface. */
    private static CodeBlock nameOf(TypeElement type) {
        ClassName name = ClassName.get(type);
        boolean inherited = name.topLevelClassName().simpleName().equals(RevisionIndex.Part.class.getSimpleName());
        return inherited ? CodeBlock.of("$L", name.canonicalName()) : CodeBlock.of("$T", name);
    }

    private static List<FieldSpec> constants(String prefix, String nameFormat, List<String> texts) {
        List<FieldSpec> constants = new ArrayList<>();
        for (String text : texts) {
            constants.add(constant(String.format(Locale.ROOT, nameFormat, prefix, constants.size() + 1), text));
        }
        return constants;
    }

    /** A method that lists constants. */
    private static MethodSpec listing(String name, List<FieldSpec> constants) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TEXTS)
                .addStatement(
                        "return $T.of($L)",
                        List.class,
                        constants.stream()
                                .map(constant -> CodeBlock.of("$N", constant))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }

    private static FieldSpec constant(String name, String value) {
        return FieldSpec.builder(String.class, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(StringLiteral.of(value))
                .build();
    }
}
