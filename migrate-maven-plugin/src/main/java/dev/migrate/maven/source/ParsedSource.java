package dev.migrate.maven.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One parsed file: its package, imports, and classes by qualified name, nested ones too. */
final class ParsedSource {

    private final SourceText text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String firstError;
    private final String packageName;
    private final Map<String, ClassTree> classes = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();
    private final List<String> staticImports = new ArrayList<>();

    ParsedSource(SourceText text, CompilationUnitTree unit, SourcePositions positions, String firstError) {
        this.text = text;
        this.unit = unit;
        this.positions = positions;
        this.firstError = firstError;
        this.packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        for (ImportTree imported : unit.getImports()) {
            (imported.isStatic() ? staticImports : imports)
                    .add(imported.getQualifiedIdentifier().toString());
        }
        collect(packageName, unit.getTypeDecls());
    }

    private void collect(String prefix, List<? extends Tree> members) {
        for (Tree member : members) {
            if (member instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                String name = qualified(prefix, type.getSimpleName().toString());
                classes.put(name, type);
                collect(name, type.getMembers());
            }
        }
    }

    SourceText text() {
        return text;
    }

    String packageName() {
        return packageName;
    }

    /** The first thing the parser could not read, empty when it understood everything. */
    String firstError() {
        return firstError;
    }

    Map<String, ClassTree> classes() {
        return classes;
    }

    /** The annotations of the package, which only a {@code package-info} has. */
    List<? extends AnnotationTree> packageAnnotations() {
        return unit.getPackageAnnotations();
    }

    /** Whether an annotation's name, as written, means a type of a package: a simple name does unless another is imported. */
    boolean means(String name, String ofPackage, String type) {
        String qualified = qualified(ofPackage, type);
        return name.equals(qualified)
                || (name.equals(type)
                        && imports.stream()
                                .filter(imported -> imported.endsWith("." + type))
                                .allMatch(qualified::equals));
    }

    /** The imports, {@code a.b.C} or {@code a.b.*}. */
    List<String> imports() {
        return imports;
    }

    /** The static imports, {@code a.b.C.NAME} or {@code a.b.C.*}. */
    List<String> staticImports() {
        return staticImports;
    }

    long line(Tree tree) {
        return unit.getLineMap().getLineNumber(Math.max(0, positions.getStartPosition(unit, tree)));
    }

    /** The class around a class of this file, empty for top-level ones. */
    Optional<String> enclosing(String className) {
        int dot = className.lastIndexOf('.');
        return Optional.of(className.substring(0, Math.max(0, dot))).filter(classes::containsKey);
    }

    static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
