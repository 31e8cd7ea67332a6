package dev.migrate.index;

import static java.util.Comparator.comparing;

import dev.migrate.Migration;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The revisions of one history and of those that it includes, as the index has them, and the way to their instances. */
public final class IndexedHistory {

    /** What the index says of a revision, and the part of the index that makes its instance. */
    record Indexed(RevisionEntry entry, RevisionIndex.Part part) {}

    private final String name;
    private final boolean including;
    private final Map<String, Indexed> revisions = new LinkedHashMap<>();

    IndexedHistory(String name, List<Indexed> own, List<Indexed> included) {
        this.name = name;
        including = !included.isEmpty();
        Stream.concat(own.stream(), included.stream())
                .sorted(comparing((Indexed revision) -> revision.entry().id()))
                .forEach(this::add);
    }

    private void add(Indexed revision) {
        RevisionEntry entry = revision.entry();
        Indexed other = revisions.putIfAbsent(entry.id(), revision);
        if (other != null) {
            throw new MigrateException(Problem.of(
                            ProblemCode.DUPLICATE_ID,
                            "Revision \"%s\" is declared by two classes, %s and %s."
                                    .formatted(entry.id(), other.entry().className(), entry.className()))
                    .next("give one of them an id of its own"));
        }
    }

    /**
     * The history's name.
     *
     * @return the name that {@code @MigrationHistory} gives; empty for the unnamed history
     */
    public String name() {
        return name;
    }

    /**
     * Whether revisions of other histories are among these.
     *
     * @return true where another history is included that has revisions
     */
    public boolean includesOthers() {
        return including;
    }

    /**
     * What the index says of each revision. No migration class is loaded for it.
     *
     * @return at least one entry, in order of id
     */
    public List<RevisionEntry> entries() {
        return revisions.values().stream().map(Indexed::entry).toList();
    }

    /**
     * The revisions as the graph wants them.
     *
     * @return one node for each of {@link #entries()}, in the same order
     */
    public List<RevisionNode> nodes() {
        return revisions.values().stream()
                .map(revision -> revision.entry().node())
                .toList();
    }

    /**
     * What the index says of one revision.
     *
     * @param id the complete id
     * @return the entry; empty when this history has no such revision
     */
    public Optional<RevisionEntry> entry(String id) {
        return Optional.ofNullable(revisions.get(id)).map(Indexed::entry);
    }

    /**
     * Makes a new instance of a migration: the first call that loads its class.
     *
     * @param id the complete id of a revision of this history
     * @return the instance
     * @throws MigrateException {@code stale-index} when the class is gone or no longer what it was when the index was
     *     written, {@code class-version} when this Java is too old for it, {@code class-loading} when it cannot be
     *     loaded or instantiated for any other reason
     * @throws IllegalArgumentException when this history has no such revision
     */
    public Migration instantiate(String id) {
        Indexed revision = revisions.get(id);
        if (revision == null) {
            throw new IllegalArgumentException("the history has no revision " + id);
        }
        RevisionEntry entry = revision.entry();
        try {
            return revision.part().create(id);
        } catch (NoClassDefFoundError e) {
            throw isAbout(entry, e) ? gone(entry, e) : cannotLoad(entry, e);
        } catch (UnsupportedClassVersionError e) {
            throw tooNew(entry, e);
        } catch (IncompatibleClassChangeError e) {
            throw changed(entry, e);
        } catch (LinkageError | RuntimeException e) {
            throw cannotLoad(entry, e);
        }
    }

    private static boolean isAbout(RevisionEntry entry, NoClassDefFoundError e) {
        return e.getCause() instanceof ClassNotFoundException cause
                && entry.className().equals(cause.getMessage());
    }

    private static MigrateException gone(RevisionEntry entry, Throwable cause) {
        return new MigrateException(IndexProblems.gone(List.of(entry.className())), cause);
    }

    private static MigrateException changed(RevisionEntry entry, Throwable cause) {
        return new MigrateException(
                Problem.of(
                                ProblemCode.STALE_INDEX,
                                "%s is not what it was when the index was written: %s."
                                        .formatted(entry.className(), cause.getMessage()))
                        .at("revision " + entry.id())
                        .next(IndexProblems.COMPILE_AFRESH),
                cause);
    }

    private static MigrateException tooNew(RevisionEntry entry, Throwable cause) {
        return new MigrateException(
                Problem.of(
                                ProblemCode.CLASS_VERSION,
                                "%s was compiled for a newer Java than %s, which runs here: %s."
                                        .formatted(
                                                entry.className(),
                                                System.getProperty("java.version"),
                                                cause.getMessage()))
                        .at("revision " + entry.id())
                        .next("run with that Java, or compile with maven.compiler.release="
                                + Runtime.version().feature()),
                cause);
    }

    private static MigrateException cannotLoad(RevisionEntry entry, Throwable cause) {
        return new MigrateException(
                Problem.of(
                                ProblemCode.CLASS_LOADING,
                                "%s cannot be instantiated: %s.".formatted(entry.className(), rootOf(cause)))
                        .at("revision " + entry.id())
                        .next("see the cause; a migration's constructor and static fields should need nothing but"
                                + " what is on the run-time class path"),
                cause);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
