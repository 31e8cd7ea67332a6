package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.script.Qualifiers;
import dev.migrate.script.ScriptSplitter;
import dev.migrate.script.ScriptStatement;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of SQL that says what a schema should be, on its way into a scratch. Nothing in it reaches beyond the scratch:
 * schemas that it names are those of the scratch, privileges are left out, and what else would touch the server is refused.
 */
final class SchemaScript {

    private static final String NAME = "(?<name>\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\w$]+)";

    private static final Pattern CREATE_SCHEMA = Pattern.compile(
            "create\\s+(?:schema|database)\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME + "\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PRIVILEGES = Pattern.compile(
            "(?:grant|revoke)\\b.*|alter\\s+default\\s+privileges\\b.*|alter\\s.*\\sowner\\s+to\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WITHIN = Pattern.compile(
            "(?:create|alter|drop|comment|insert|replace|update|delete|truncate|rename|set|select|with|lock|unlock|do"
                    + "|/\\*!)(?:\\b|\\d).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BEYOND = Pattern.compile(
            "(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:database|schema|user|role|group|server|tablespace|event"
                    + "|system|publication|subscription|logfile|resource)\\b.*"
                    + "|set\\s+(?:global|persist|persist_only|password|role|default\\s+role|session\\s+authorization"
                    + "|@@global)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String file;
    private final Dialect dialect;
    private final Optional<String> home;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private final Set<String> schemas = new TreeSet<>();

    private SchemaScript(String file, Dialect dialect, Optional<String> home) {
        this.file = file;
        this.dialect = dialect;
        this.home = home;
    }

    /**
     * @param home the schema in which names without one are looked up outside
     * @throws MigrateException {@code bad-script}, when it cannot be split, or would reach beyond the scratch
     */
    static SchemaScript read(String file, InputStream content, Dialect dialect, Optional<String> home) {
        SchemaScript script = new SchemaScript(file, dialect, home);
        ScriptSplitter splitter = new ScriptSplitter(file, content, dialect.scriptSyntax());
        for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
            script.take(next.get());
        }
        return script;
    }

    private void take(ScriptStatement statement) {
        String sql = statement.sql();
        Matcher schema = CREATE_SCHEMA.matcher(sql);
        if (schema.matches()) {
            schemas.add(understood(schema.group("name")));
        } else if (!PRIVILEGES.matcher(sql).matches()) {
            if (BEYOND.matcher(sql).matches() || !WITHIN.matcher(sql).matches()) {
                throw new MigrateException(Problem.of(
                                ProblemCode.BAD_SCRIPT,
                                "the statement would reach beyond the schema that is to be tried: "
                                        + sql.lines().findFirst().orElse(sql))
                        .at(file + ":" + statement.line())
                        .next("leave it out of the file, or keep the schema in a file of its own"));
            }
            statements.add(statement);
        }
    }

    private String understood(String written) {
        char first = written.charAt(0);
        boolean quoted = first == '"' || first == '`';
        String text =
                quoted ? written.substring(1, written.length() - 1).replace("" + first + first, "" + first) : written;
        return dialect.forProviders().others().understood(text, quoted);
    }

    /** The schemas that it creates, and those of others that it names. */
    Set<String> schemas(Collection<String> others) {
        Set<String> named = new TreeSet<>(schemas);
        Set<String> known = new HashSet<>(others);
        for (ScriptStatement statement : statements) {
            Qualifiers.replaced(statement.sql(), dialect.scriptSyntax(), (text, quoted) -> {
                Optional.of(dialect.forProviders().others().understood(text, quoted))
                        .filter(known::contains)
                        .ifPresent(named::add);
                return Optional.empty();
            });
        }
        home.ifPresent(named::remove);
        return named;
    }

    /**
     * Its statements with the names that schemas have in a scratch.
     *
     * @param names what schemas are called in it
     * @param moved the schemas that are there
     */
    List<ScriptStatement> in(Scratch scratch, ScratchNames names, Collection<String> moved) {
        List<ScriptStatement> within = new ArrayList<>();
        for (ScriptStatement statement : statements) {
            String sql = Qualifiers.replaced(statement.sql(), dialect.scriptSyntax(), (text, quoted) -> {
                String schema = dialect.forProviders().others().understood(text, quoted);
                if (home.equals(Optional.of(schema))) {
                    return Optional.of(dialect.sqlName(scratch.home()));
                }
                return moved.contains(schema) ? Optional.of(dialect.sqlName(names.of(schema))) : Optional.empty();
            });
            within.add(new ScriptStatement(sql, statement.line(), statement.effect()));
        }
        return within;
    }
}
