package dev.migrate.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One line of the conformance file. */
public record ConformanceCase(
        String name,
        List<String> tags,
        List<RevisionNode> revisions,
        List<String> state,
        String command,
        JsonElement target,
        boolean purge,
        JsonObject expect) {

    /** The cases beside this class. */
    public static List<ConformanceCase> all() throws IOException {
        try (var stream = Objects.requireNonNull(
                        ConformanceCase.class.getResourceAsStream("graph-cases.jsonl"), "graph-cases.jsonl");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(ConformanceCase::parse).toList();
        }
    }

    static ConformanceCase parse(String line) {
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        return new ConformanceCase(
                json.get("name").getAsString(),
                strings(json.get("tags")),
                elements(json.get("revisions"))
                        .map(JsonElement::getAsJsonObject)
                        .map(node -> new RevisionNode(
                                node.get("id").getAsString(),
                                strings(node.get("down")),
                                strings(node.get("dependsOn")),
                                strings(node.get("labels"))))
                        .toList(),
                json.has("state") ? strings(json.get("state")) : List.of(),
                json.get("command").getAsString(),
                json.has("target") ? json.get("target") : JsonNull.INSTANCE,
                json.has("purge") && json.get("purge").getAsBoolean(),
                json.getAsJsonObject("expect"));
    }

    boolean is(String tag) {
        return tags.contains(tag);
    }

    public String text() {
        return target.getAsString();
    }

    boolean expects(String flag) {
        return expect.has(flag) && expect.get(flag).getAsBoolean();
    }

    String error() {
        return expect.has("error") ? expect.get("error").getAsString() : "";
    }

    /** The graph in the notation of the background notes: {@code c<a,b ^x #label}. */
    String graph() {
        StringBuilder graph = new StringBuilder();
        for (RevisionNode node : revisions) {
            graph.append(graph.isEmpty() ? "" : "; ").append(node.id());
            append(graph, "<", node.downRevisions());
            append(graph, " ^", node.dependsOn());
            append(graph, " #", node.branchLabels());
        }
        return graph.toString();
    }

    private static void append(StringBuilder graph, String sign, List<String> names) {
        if (!names.isEmpty()) {
            graph.append(sign).append(String.join(",", names));
        }
    }

    public static List<String> strings(JsonElement array) {
        return elements(array).map(JsonElement::getAsString).toList();
    }

    static Stream<JsonElement> elements(JsonElement array) {
        JsonArray values = array.getAsJsonArray();
        return StreamSupport.stream(values.spliterator(), false);
    }
}
