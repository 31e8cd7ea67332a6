package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.ID;

import dev.migrate.graph.GraphProblem.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at ids and labels: what they are made of, and whether each is there once. */
final class NameChecks {

    private final Declarations declared;
    private final Consumer<GraphProblem> problems;

    NameChecks(Declarations declared, Consumer<GraphProblem> problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /** The rule of the graph itself: an identifier with the id in it can be parsed. */
    void addressableIds() {
        for (int node = 0; node < declared.nodes().size(); node++) {
            String id = declared.id(node);
            if (!NameRules.isAddressable(id)) {
                problems.accept(new NameProblem.IllegalId(id, List.of(Place.of(node, ID))));
            }
        }
    }

    /** The rules for those who choose names. */
    void choice() {
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        for (int node = 0; node < declared.nodes().size(); node++) {
            String id = declared.id(node);
            List<Place> place = List.of(Place.of(node, ID));
            if (!NameRules.hasIdCharacters(id)) {
                problems.accept(new NameProblem.IllegalId(id, place));
            }
            if (NameRules.isTooLong(id)) {
                problems.accept(new NameProblem.IdTooLong(id, place));
            }
            if (NameRules.isReserved(id)) {
                problems.accept(new NameProblem.ReservedId(id, place));
            }
            spellings
                    .computeIfAbsent(id.toLowerCase(Locale.ROOT), folded -> new LinkedHashSet<>())
                    .add(id);
        }
        for (Set<String> ids : spellings.values()) {
            if (ids.size() > 1) {
                List<Place> places = ids.stream()
                        .flatMap(id -> declared.allOf(id).stream())
                        .sorted()
                        .map(node -> Place.of(node, ID))
                        .toList();
                problems.accept(new NameProblem.IdCase(ids.stream().sorted().toList(), places));
            }
        }
        declared.placesByLabel().forEach((label, places) -> {
            if (!NameRules.isLabel(label)) {
                problems.accept(new NameProblem.IllegalLabel(
                        label, declared.id(places.get(0).node()), places));
            }
        });
    }

    void duplicateIds() {
        declared.duplicates()
                .forEach((id, found) -> problems.accept(new NameProblem.DuplicateId(
                        id, found.stream().map(node -> Place.of(node, ID)).toList())));
    }

    void duplicateLabels() {
        declared.placesByLabel().forEach((label, places) -> {
            List<String> owners = places.stream()
                    .map(place -> declared.id(place.node()))
                    .distinct()
                    .toList();
            if (places.size() > 1) {
                problems.accept(new NameProblem.DuplicateLabel(label, owners, places));
            }
            if (declared.isId(label)) {
                problems.accept(new NameProblem.LabelEqualsId(label, owners.get(0), places));
            }
        });
    }
}
