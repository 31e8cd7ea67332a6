package dev.migrate.bench;

import dev.migrate.bench.SmallMigrations.All;
import dev.migrate.bench.SmallMigrations.NothingToDo;
import dev.migrate.bench.WideSchema.Reading;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures everything, prints it, and leaves it in {@code target/measured.md}. */
public final class Bench {

    private static final PrintStream OUT = System.out;

    /** It says much about how it is called; a logger that nobody holds forgets its level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final Set<String> wanted;
    private final List<List<String>> ratios = new ArrayList<>();
    private final List<List<String>> times = new ArrayList<>();

    private Bench(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * Measures.
     *
     * @param arguments what of it: names of places and of measurements, separated by commas; none for all
     */
    @SuppressWarnings("CatchAndPrintStackTrace") // there is nobody else to tell
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING); // what other tools tell is not to be a part of their time
        HIBERNATE.setLevel(Level.OFF);
        int status = 1;
        try {
            new Bench(Stream.of(arguments)
                            .flatMap(names -> Stream.of(names.split(",")))
                            .filter(name -> !name.isBlank())
                            .collect(Collectors.toSet()))
                    .measure();
            status = 0;
        } catch (Exception | Error e) {
            e.printStackTrace();
        } finally {
            System.exit(status); // the test servers keep threads
        }
    }

    private void measure() throws Exception {
        long began = System.nanoTime();
        Report report = new Report();
        for (Place place : Place.all()) {
            if (isWanted(place.name())) {
                measure(place);
            }
        }
        report.table(
                List.of(
                        "",
                        "engine / B",
                        "engine / A",
                        "Flyway / engine",
                        "Liquibase / engine",
                        "nothing to do, %,d revisions".formatted(BenchIndex.LONG),
                        "%,d tables read".formatted(BenchIndex.WIDE)),
                ratios);
        report.table(
                List.of(
                        "median",
                        "engine",
                        "B",
                        "A",
                        "engine, first " + SmallMigrations.FOR_PEERS,
                        "Flyway, first " + SmallMigrations.FOR_PEERS,
                        "Liquibase, first " + SmallMigrations.FOR_PEERS),
                times);
        if (isWanted("autogenerate")) {
            report.table(WideModel.HEADER, autogenerate());
        }
        if (isWanted("peers")) {
            new Peers(report).measure();
        }
        if (isWanted("graph")) {
            report.table(GraphSizes.HEADER, GraphSizes.measure());
        }
        if (isWanted("backfill")) {
            List<List<String>> backfills = new ArrayList<>();
            for (Server server : Server.all()) {
                backfills.add(new LargeBackfill(server).measure());
                OUT.println(String.join(" | ", backfills.get(backfills.size() - 1)));
            }
            report.table(LargeBackfill.HEADER, backfills);
        }
        if (isWanted("processor")) {
            report.table(
                    List.of(
                            "migrations compiled",
                            "with / without",
                            "a processor that writes one empty class / without",
                            "with",
                            "without",
                            "more"),
                    processor());
        }
        report.write(Path.of("target", "measured.md"));
        OUT.println(report);
        OUT.printf("%d s%n", (System.nanoTime() - began) / 1_000_000_000);
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private void measure(Place place) throws Exception {
        SmallMigrations small = new SmallMigrations(place);
        List<String> ratio = new ArrayList<>(List.of(place.name()));
        List<String> time = new ArrayList<>(List.of(place.name()));
        All all = small.all();
        ratio.add(all.engine().ratioTo(all.books()));
        ratio.add(all.engine().ratioTo(all.versions()));
        time.addAll(List.of(
                all.engine().millis(), all.books().millis(), all.versions().millis()));
        SmallMigrations.Compared compared = small.compared();
        ratio.add(compared.flyway().ratioTo(compared.engine()));
        ratio.add(compared.liquibase().ratioTo(compared.engine()));
        time.addAll(List.of(
                compared.engine().millis(),
                compared.flyway().millis(),
                compared.liquibase().millis()));
        NothingToDo nothing = small.nothingToDo();
        ratio.add(nothing.time().millis() + ", " + nothing.queries() + " queries");
        Reading reading = new WideSchema(place).read();
        ratio.add(reading.time().millis() + ", " + reading.queries() + " queries");
        ratios.add(ratio);
        times.add(time);
        OUT.println(String.join(" | ", ratio));
        OUT.println(String.join(" | ", time));
    }

    private static List<List<String>> autogenerate() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int tables : WideModel.SIZES) {
            try (Entities entities = WideEntities.compile(tables)) {
                for (Place place : Place.forEntities()) {
                    rows.add(new WideModel(place, entities, tables).measure());
                    OUT.println(String.join(" | ", rows.get(rows.size() - 1)));
                }
            }
        }
        return rows;
    }

    private static List<List<String>> processor() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (ProcessorOverhead overhead = ProcessorOverhead.prepare(1_000)) {
            rows.add(row("1,000 in one warm JVM, medians of 10", overhead.inThisJvm()));
            rows.add(row("1,000 by a javac of its own, medians of 5", overhead.forked()));
        }
        try (ProcessorOverhead overhead = ProcessorOverhead.prepare(10_000)) {
            rows.add(row("10,000 by a javac of its own, medians of 3", overhead.forkedFewTimes()));
        }
        return rows;
    }

    private static List<String> row(String name, ProcessorOverhead.Compared compared) {
        List<String> row = List.of(
                name,
                compared.with().ratioTo(compared.without()),
                compared.least().ratioTo(compared.without()),
                compared.with().millis(),
                compared.without().millis(),
                compared.with().minus(compared.without()).millis());
        OUT.println(String.join(" | ", row));
        return row;
    }
}
