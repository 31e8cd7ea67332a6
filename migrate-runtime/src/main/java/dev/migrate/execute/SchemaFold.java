package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema that revisions leave behind, whichever of them are applied. What is asked for is mostly the beginning of one
 * line, so that each point of it is kept.
 */
final class SchemaFold {

    private final Dialect dialect;
    private final Map<String, List<Operation>> upgrades;
    private final List<String> line;
    private final List<SchemaModel> models = new ArrayList<>();

    /**
     * @param upgrades what each revision's upgrade recorded, ancestors first
     */
    SchemaFold(Map<String, List<Operation>> upgrades, Dialect dialect) {
        this.dialect = dialect;
        this.upgrades = new LinkedHashMap<>(upgrades);
        line = new ArrayList<>(upgrades.keySet());
        models.add(SchemaModel.empty());
        line.forEach(revision -> models.add(after(revision, models.get(models.size() - 1))));
    }

    private SchemaModel after(String revision, SchemaModel before) {
        SchemaModel model = before;
        for (Operation operation : upgrades.getOrDefault(revision, List.of())) {
            model = RenamedText.after(operation, model, dialect);
        }
        return model;
    }

    /** Goes on with one more revision. */
    void add(String revision, List<Operation> operations, SchemaModel after) {
        upgrades.put(revision, operations);
        line.add(revision);
        models.add(after);
    }

    /** The schema in which some revisions are applied, ancestors first. */
    SchemaModel at(List<String> applied) {
        if (applied.size() <= line.size() && applied.equals(line.subList(0, applied.size()))) {
            return models.get(applied.size());
        }
        SchemaModel model = SchemaModel.empty();
        for (String revision : applied) {
            model = after(revision, model);
        }
        return model;
    }
}
