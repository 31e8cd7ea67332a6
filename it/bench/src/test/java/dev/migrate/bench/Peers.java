package dev.migrate.bench;

import dev.migrate.execute.CompareResult;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;

/**
 * Entity models through migrate, liquibase-hibernate and Hibernate's own {@code update}: what each reports of a database
 * that is as the model says, and which planted differences each notices.
 *
 * @param report where the tables go
 */
record Peers(Report report) {

    private static final PrintStream OUT = System.out;

    private static final List<String> MODELS =
            List.of("store", "hospital", "press", "forms", "keys", "hostile", "bank");
    private static final String PLANTED_IN = "store";

    private static final List<String> TOOLS = List.of("migrate", "liquibase-hibernate", "Hibernate's update");

    void measure() throws Exception {
        List<ModelPlace> places = new ArrayList<>();
        for (Place place : Place.forEntities()) {
            places.add(ModelPlace.of(place));
        }
        try (SampleEntities samples = SampleEntities.compile(MODELS)) {
            phantoms(samples, places);
            finds(samples, places);
        }
    }

    private void phantoms(SampleEntities samples, List<ModelPlace> places) throws Exception {
        List<String> header = new ArrayList<>(List.of("model", "database"));
        header.addAll(TOOLS);
        List<List<String>> rows = new ArrayList<>();
        for (String model : MODELS) {
            for (ModelPlace place : places) {
                List<Tool> tools = tools(samples, model, place);
                List<String> row = new ArrayList<>(List.of(model, place.place().name()));
                List<String> own = countsOfOwn(samples.own(model), tools, place);
                List<String> other = countsOfHibernates(samples.hibernate(model), tools, place);
                for (int i = 0; i < tools.size(); i++) {
                    row.add(own.get(i) + ", " + other.get(i));
                }
                rows.add(row);
                OUT.println(String.join(" | ", row));
            }
        }
        report.table(header, rows);
    }

    private static List<String> countsOfOwn(OwnTool maker, List<Tool> tools, ModelPlace place) throws Exception {
        try (Database database = place.place().source().create()) {
            make(maker, database.dataSource());
            return counts(tools, database);
        }
    }

    private static List<String> countsOfHibernates(HibernateTool maker, List<Tool> tools, ModelPlace place)
            throws Exception {
        try (Database database = place.place().source().create()) {
            maker.create(database.dataSource());
            return counts(tools, database);
        } catch (SchemaManagementException e) {
            OUT.println("  not created: " + e);
            return Collections.nCopies(tools.size(), "not created");
        }
    }

    private static List<Tool> tools(SampleEntities samples, String model, ModelPlace place) throws Exception {
        return List.of(samples.own(model), samples.liquibase(model, place), samples.hibernate(model));
    }

    private static List<String> counts(List<Tool> tools, Database database) {
        return tools.stream().map(tool -> count(tool, database.dataSource())).toList();
    }

    private static String count(Tool tool, DataSource database) {
        try {
            List<String> changes = tool.changes(database);
            changes.forEach(change -> OUT.println("  " + tool.getClass().getSimpleName() + ": " + change));
            return String.valueOf(changes.size());
        } catch (Exception e) {
            OUT.println("  " + tool.getClass().getSimpleName() + " fails: " + e);
            return "fails";
        }
    }

    private static void make(OwnTool tool, DataSource database) throws Exception {
        CompareResult missing = tool.compare(database, database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : missing.statements()) {
                statement.execute(sql);
            }
        }
    }

    private void finds(SampleEntities samples, List<ModelPlace> places) throws Exception {
        List<String> header = new ArrayList<>(List.of("difference"));
        List<Planted> planted = Planted.all();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        planted.forEach(each -> rows.put(each.title(), new ArrayList<>(List.of(each.title()))));
        List<String> sums = new ArrayList<>(List.of("found of " + planted.size()));
        for (ModelPlace place : places) {
            TOOLS.forEach(tool -> header.add(place.place().name() + ": " + tool));
            List<Tool> tools = tools(samples, PLANTED_IN, place);
            List<List<String>> before = said(samples, tools, place, database -> {});
            int[] found = new int[tools.size()];
            for (Planted each : planted) {
                List<List<String>> after =
                        said(samples, tools, place, database -> each.in(database.dataSource(), place.name()));
                List<String> row = rows.getOrDefault(each.title(), new ArrayList<>());
                for (int i = 0; i < tools.size(); i++) {
                    boolean noticed = !after.get(i).equals(before.get(i));
                    found[i] += noticed ? 1 : 0;
                    row.add(noticed ? "✓" : "");
                }
                OUT.println(place.place().name() + " | " + String.join(" | ", row));
            }
            for (int each : found) {
                sums.add(String.valueOf(each));
            }
        }
        List<List<String>> all = new ArrayList<>(rows.values());
        all.add(sums);
        report.table(header, all);
    }

    /** What each tool says of a database that Hibernate made, and something was done to. */
    private static List<List<String>> said(
            SampleEntities samples, List<Tool> tools, ModelPlace place, Turns.OnDatabase something) throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (Database database = place.place().source().create()) {
            samples.hibernate(PLANTED_IN).create(database.dataSource());
            something.run(database);
            for (Tool tool : tools) {
                all.add(tool.changes(database.dataSource()).stream().sorted().toList());
            }
        }
        return all;
    }
}
