package dev.migrate.maven.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Evaluates the constant expressions that annotations hold: literals, text blocks, {@code +}, and constants, wherever
 * in the sources they are declared. Constants of libraries are out of reach; nothing is ever loaded.
 */
final class ConstantReader {

    private final SourceRoots roots;
    private final SourceParser parser;
    private final Map<String, List<ParsedSource>> byPath = new HashMap<>();

    ConstantReader(SourceRoots roots, SourceParser parser) {
        this.roots = roots;
        this.parser = parser;
    }

    /**
     * The value of an expression that stands at a class.
     *
     * @param expression the expression
     * @param source the file it stands in
     * @param className the class it belongs to
     * @return a String, Integer, Long, Boolean or Character; empty where only the compiler could tell
     */
    Optional<Object> evaluate(ExpressionTree expression, ParsedSource source, String className) {
        return new Evaluation(new HashSet<>()).of(expression, new Place(source, className));
    }

    private record Place(ParsedSource source, String className) {}

    private final class Evaluation extends SimpleTreeVisitor<Optional<Object>, Place> {

        private final Set<VariableTree> underWay;

        Evaluation(Set<VariableTree> underWay) {
            super(Optional.empty());
            this.underWay = underWay;
        }

        Optional<Object> of(Tree expression, Place place) {
            return expression.accept(this, place);
        }

        @Override
        public Optional<Object> visitLiteral(LiteralTree literal, Place place) {
            return Optional.ofNullable(literal.getValue());
        }

        @Override
        public Optional<Object> visitParenthesized(ParenthesizedTree parenthesized, Place place) {
            return of(parenthesized.getExpression(), place);
        }

        @Override
        public Optional<Object> visitBinary(BinaryTree binary, Place place) {
            if (binary.getKind() != Tree.Kind.PLUS) {
                return Optional.empty();
            }
            Optional<Object> left = of(binary.getLeftOperand(), place);
            Optional<Object> right = of(binary.getRightOperand(), place);
            return left.isEmpty() || right.isEmpty() ? Optional.empty() : sum(left.get(), right.get());
        }

        private Optional<Object> sum(Object left, Object right) {
            if (left instanceof String || right instanceof String) {
                return Optional.of("" + left + right);
            }
            if (left instanceof Integer a && right instanceof Integer b) {
                return Optional.of(a + b);
            }
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitIdentifier(IdentifierTree identifier, Place place) {
            String name = identifier.getName().toString();
            Optional<String> own = Optional.of(place.className());
            while (own.isPresent()) {
                Optional<Object> value = constant(place.source(), own.get(), name);
                if (value.isPresent()) {
                    return value;
                }
                own = place.source().enclosing(own.get());
            }
            for (String imported : place.source().staticImports()) {
                String owner = imported.substring(0, imported.lastIndexOf('.'));
                String member = imported.substring(imported.lastIndexOf('.') + 1);
                if (member.equals(name) || member.equals("*")) {
                    Optional<Object> value = constant(owner, name);
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitMemberSelect(MemberSelectTree select, Place place) {
            String owner = select.getExpression().toString();
            String name = select.getIdentifier().toString();
            return candidates(owner, place).stream()
                    .flatMap(candidate -> constant(candidate, name).stream())
                    .findFirst();
        }

        /** Where the sides of a merge conflict say different things, nobody can tell. */
        private Optional<Object> constant(String className, String name) {
            Set<Object> values = sources(className).stream()
                    .flatMap(source -> constant(source, className, name).stream())
                    .collect(Collectors.toSet());
            return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
        }

        private Optional<Object> constant(ParsedSource source, String className, String name) {
            ClassTree type = source.classes().get(className);
            if (type == null) {
                return Optional.empty();
            }
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree variable
                        && variable.getName().contentEquals(name)
                        && isConstant(type, variable)
                        && underWay.add(variable)) {
                    Optional<Object> value = of(variable.getInitializer(), new Place(source, className));
                    underWay.remove(variable);
                    return value;
                }
            }
            return Optional.empty();
        }

        private boolean isConstant(ClassTree type, VariableTree variable) {
            boolean inInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return variable.getInitializer() != null
                    && (inInterface || variable.getModifiers().getFlags().contains(Modifier.FINAL));
        }
    }

    /** What a class name may mean at a place, in the order in which Java looks. */
    private static List<String> candidates(String name, Place place) {
        List<String> candidates = new ArrayList<>();
        ParsedSource source = place.source();
        Optional<String> enclosing = Optional.of(place.className());
        while (enclosing.isPresent()) {
            candidates.add(enclosing.get() + "." + name);
            enclosing = source.enclosing(enclosing.get());
        }
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (String imported : source.imports()) {
            if (imported.endsWith("." + first)) {
                candidates.add(imported + name.substring(first.length()));
            }
        }
        candidates.add(ParsedSource.qualified(source.packageName(), name));
        for (String imported : source.imports()) {
            if (imported.endsWith(".*")) {
                candidates.add(imported.substring(0, imported.length() - 1) + name);
            }
        }
        candidates.add(name);
        return candidates;
    }

    /** The file that declares a class, found by the name of its top-level class: both sides of it, where git left two. */
    private List<ParsedSource> sources(String className) {
        String path = className.replace('.', '/');
        while (!path.isEmpty()) {
            List<ParsedSource> found = byPath.computeIfAbsent(path + ".java", this::parse).stream()
                    .filter(source -> source.classes().containsKey(className))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return List.of();
    }

    private List<ParsedSource> parse(String path) {
        return roots.at(path).stream()
                .flatMap(text -> Stream.concat(Stream.of(text), text.theirs().stream()))
                .flatMap(text -> parser.parse(List.of(text)).stream())
                .toList();
    }
}
