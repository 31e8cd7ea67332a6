package dev.migrate.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.migrate.index.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The facts from javac's trees: the only class that knows them, so that other compilers never load it. */
final class JavacSourceFacts implements SourceFacts {

    private final Trees trees;
    /** One file may hold many revisions. */
    private final Map<CompilationUnitTree, String> checksums = new HashMap<>();

    JavacSourceFacts(ProcessingEnvironment environment) {
        trees = Trees.instance(environment);
    }

    @Override
    public Optional<SourcePosition> position(TypeElement type, AnnotationMirror annotation) {
        // Not the path to the annotation: for that javac walks through the whole file.
        TreePath path = trees.getPath(type);
        Tree tree = trees.getTree(type, annotation);
        if (path == null || tree == null) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        return Optional.of(
                new SourcePosition(fileName(unit), (int) unit.getLineMap().getLineNumber(start), (int)
                        unit.getLineMap().getColumnNumber(start)));
    }

    @Override
    public Optional<String> checksum(TypeElement type) {
        TreePath path = trees.getPath(type);
        if (path == null) {
            return Optional.empty();
        }
        return Optional.of(checksums.computeIfAbsent(path.getCompilationUnit(), JavacSourceFacts::checksum));
    }

    private static String checksum(CompilationUnitTree unit) {
        try {
            return SourceChecksum.of(unit.getSourceFile().getCharContent(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the compiler itself has just read it
        }
    }

    @Override
    public boolean isComplete(TypeElement type, AnnotationMirror annotation) {
        return !(trees.getTree(type, annotation) instanceof AnnotationTree tree)
                || tree.getArguments().size() == annotation.getElementValues().size();
    }

    @Override
    public boolean canPointAt(Element element, AnnotationMirror annotation, AnnotationValue value) {
        TreePath whole = trees.getPath(element, annotation);
        TreePath part = trees.getPath(element, annotation, value);
        return part != null && whole != null && part.getLeaf() != whole.getLeaf();
    }

    private static String fileName(CompilationUnitTree unit) {
        Path name = Path.of(unit.getSourceFile().getName()).getFileName();
        return name == null ? "" : name.toString();
    }
}
