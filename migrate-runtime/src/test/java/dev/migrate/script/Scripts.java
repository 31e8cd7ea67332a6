package dev.migrate.script;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits scripts that are in memory. */
final class Scripts {

    private Scripts() {}

    static List<ScriptStatement> statements(ScriptSyntax syntax, byte[] script) {
        ScriptSplitter splitter = new ScriptSplitter("db/test.sql", new ByteArrayInputStream(script), syntax);
        List<ScriptStatement> statements = new ArrayList<>();
        for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
            statements.add(next.get());
        }
        return statements;
    }

    static List<ScriptStatement> statements(ScriptSyntax syntax, String script) {
        return statements(syntax, script.getBytes(StandardCharsets.UTF_8));
    }

    /** Each statement after its line. */
    static List<String> split(ScriptSyntax syntax, String script) {
        return statements(syntax, script).stream()
                .map(statement -> statement.line() + " " + statement.sql())
                .toList();
    }
}
