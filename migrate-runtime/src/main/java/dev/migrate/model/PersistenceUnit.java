package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A unit of {@code META-INF/persistence.xml}.
 *
 * @param name its name
 * @param root the directory or jar that has the file, in which mapped classes are looked for
 * @param provider the class of the provider that it names
 * @param classes the classes that it lists
 * @param jars further jars, in which mapped classes are looked for
 * @param mappingFiles resources that it lists
 * @param onlyListed whether its root is left aside
 * @param properties what the provider is told
 */
record PersistenceUnit(
        String name,
        Path root,
        Optional<String> provider,
        List<String> classes,
        List<Path> jars,
        List<String> mappingFiles,
        boolean onlyListed,
        Map<String, String> properties) {

    private static final String FILE = "META-INF/persistence.xml";

    PersistenceUnit {
        requireNonNull(name, "name");
        requireNonNull(root, "root");
        requireNonNull(provider, "provider");
        classes = List.copyOf(classes);
        jars = List.copyOf(jars);
        mappingFiles = List.copyOf(mappingFiles);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** All units that the project's class path has, in its order. */
    static List<PersistenceUnit> of(ClassLoader project) {
        List<PersistenceUnit> units = new ArrayList<>();
        try {
            for (URL file : Collections.list(project.getResources(FILE))) {
                URLConnection connection = file.openConnection();
                connection.setUseCaches(false); // else the jar stays open
                Path root = connection instanceof JarURLConnection jar
                        ? Path.of(jar.getJarFileURL().toURI())
                        : Path.of(file.toURI().resolve(".."));
                try (InputStream content = connection.getInputStream()) {
                    units.addAll(read(content, root));
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException | URISyntaxException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.MODEL_FAILED, FILE + " cannot be read: " + e.getMessage())
                            .next("correct the file"),
                    e);
        }
        return units;
    }

    private static List<PersistenceUnit> read(InputStream content, Path root)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        Element document = factory.newDocumentBuilder().parse(content).getDocumentElement();
        return children(document, "persistence-unit")
                .map(unit -> new PersistenceUnit(
                        unit.getAttribute("name"),
                        root,
                        texts(unit, "provider").findFirst(),
                        texts(unit, "class").toList(),
                        texts(unit, "jar-file").map(jar -> jar(root, jar)).toList(),
                        texts(unit, "mapping-file").toList(),
                        children(unit, "exclude-unlisted-classes")
                                .anyMatch(excluded ->
                                        !excluded.getTextContent().strip().equals("false")),
                        properties(unit)))
                .toList();
    }

    private static Path jar(Path root, String jar) {
        return jar.startsWith("file:") ? Path.of(URI.create(jar)) : root.resolveSibling(jar);
    }

    private static Map<String, String> properties(Element unit) {
        Map<String, String> properties = new TreeMap<>();
        children(unit, "properties")
                .flatMap(all -> children(all, "property"))
                .forEach(property -> properties.put(
                        property.getAttribute("name"),
                        property.hasAttribute("value")
                                ? property.getAttribute("value")
                                : property.getTextContent().strip()));
        return properties;
    }

    private static Stream<String> texts(Element parent, String name) {
        return children(parent, name).map(child -> child.getTextContent().strip());
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && name.equals(node.getLocalName()))
                .map(Element.class::cast);
    }
}
