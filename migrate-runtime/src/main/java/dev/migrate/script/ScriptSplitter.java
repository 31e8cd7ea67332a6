package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.FirstWords.Control;
import dev.migrate.script.Lexer.Piece;
import dev.migrate.script.ScriptSyntax.Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script statement by statement, as the database's own client would. Holds one statement at a time, and looks at
 * each byte once.
 *
 * <p>Empty statements and those made of comments vanish. {@code BEGIN}, {@code COMMIT} and {@code SET autocommit} vanish
 * too: the run has its own transactions. {@code ROLLBACK} and whatever else would reach beyond the script is refused, and
 * so are commands of the client that do more than print.
 */
public final class ScriptSplitter {

    private final ScriptProblems problems;
    private final Input input;
    private final Lexer lexer;
    private final ClientCommands commands;
    private final SessionModes modes;

    private ScriptSyntax syntax;
    private FirstWords words = new FirstWords();
    private Body body;
    private int line;
    private boolean ended;
    private int delimiterLine;
    private @Nullable CopyData copy;

    /**
     * Begins to read.
     *
     * @param file the script's name, for messages
     * @param bytes its content, in UTF-8, with or without a byte order mark; stays open
     * @param syntax how SQL is written for the database
     * @throws MigrateException {@code file-failed}, when it cannot be read
     */
    public ScriptSplitter(String file, InputStream bytes, ScriptSyntax syntax) {
        this.syntax = syntax;
        problems = new ScriptProblems(file);
        try {
            input = new Input(bytes);
        } catch (IOException e) {
            throw problems.unreadable(e);
        }
        lexer = new Lexer(input, syntax, problems);
        commands = new ClientCommands(input, problems);
        modes = new SessionModes(syntax);
        body = Body.of(syntax);
    }

    /**
     * Reads the next statement.
     *
     * @return the statement; empty at the end of the script
     * @throws MigrateException {@code bad-script}, naming the line, when the script cannot be split: a quote that does
     *     not end, a command of the client, a {@code ROLLBACK}; {@code file-failed}, when it cannot be read
     */
    public Optional<ScriptStatement> next() {
        try {
            while (!ended) {
                Optional<ScriptStatement> next = copy == null ? statement() : rows(copy);
                if (next.isPresent()) {
                    return next;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw problems.unreadable(e);
        }
    }

    private Optional<ScriptStatement> rows(CopyData data) throws IOException {
        Optional<ScriptStatement> rows = data.next();
        if (rows.isEmpty()) {
            data.end();
            copy = null;
            return Optional.empty();
        }
        return Optional.of(new ScriptStatement(
                text(rows.get().sql(), rows.get().line()),
                rows.get().line(),
                rows.get().effect()));
    }

    /** One statement; empty when it vanishes. */
    private Optional<ScriptStatement> statement() throws IOException {
        begin();
        while (true) {
            if (lexer.isAtLineStart() && isCommandLine()) {
                return finished();
            }
            int pieceLine = input.line();
            Piece piece = lexer.next();
            boolean ends = switch (piece) {
                case END -> atTheEnd();
                case SPACE, COMMENT -> between();
                case DELIMITER -> atDelimiter(piece);
                case BACKSLASH -> isBackslashTheEnd(pieceLine);
                default -> significant(piece, pieceLine);
            };
            if (ends) {
                return finished();
            }
        }
    }

    private boolean atTheEnd() {
        ended = true;
        refuseOpen();
        return true;
    }

    private boolean between() {
        if (isEmpty()) {
            lexer.forget();
        }
        return false;
    }

    private boolean atDelimiter(Piece piece) {
        if (lexer.isInVersionComment()) {
            throw problems.bad(
                    "a versioned comment begins here, and a statement ends inside it",
                    lexer.versionLine(),
                    "put another DELIMITER around the statement");
        }
        if (body.endsHere()) {
            lexer.taken().setLength(lexer.start());
            return true;
        }
        body.piece(piece, "");
        return false;
    }

    private void begin() {
        lexer.forget();
        words = new FirstWords();
        body = Body.of(syntax);
        line = 0;
    }

    private boolean isEmpty() {
        return line == 0;
    }

    private boolean significant(Piece piece, int pieceLine) {
        if (isEmpty()) {
            line = pieceLine;
        }
        words.add(piece, lexer.taken(), lexer.start());
        boolean matters = piece == Piece.WORD || piece == Piece.OTHER;
        body.piece(piece, matters ? lexer.piece() : "");
        return false;
    }

    /** Whether a line of the client was taken that ends what stands before it. */
    private boolean isCommandLine() throws IOException {
        if (syntax.is(Client.MYSQL)) {
            if (input.peekWord(0).equalsIgnoreCase("DELIMITER") && (isEmpty() || isNewDelimiter())) {
                delimiterLine = input.line();
                lexer.delimiter(commands.delimiter());
                return true;
            }
            return isEmpty() && commands.mySqlLine(lexer.delimiter());
        }
        if (syntax.is(Client.SQLITE3) && isEmpty() && input.peek(0) == '.') {
            commands.sqlite();
            return true;
        }
        return false;
    }

    /** In the middle of a statement the word may be a column. */
    private boolean isNewDelimiter() throws IOException {
        String argument = input.peekLine().substring("DELIMITER".length());
        return argument.startsWith(" ") && argument.strip().matches("[^\\w\\s`'\"]+");
    }

    private boolean isBackslashTheEnd(int pieceLine) throws IOException {
        int c = input.peek(0);
        boolean go = (c == 'g' && !Input.isLetter(input.peek(1))) || (c == 'G' && syntax.is(Client.MYSQL));
        if (syntax.is(Client.PSQL) && isEmpty()) {
            lexer.forget();
            commands.psql();
            return true;
        }
        if (go && (syntax.is(Client.MYSQL) || input.peekLine().equals("g"))) {
            lexer.taken().setLength(lexer.start());
            input.take();
            return true;
        }
        boolean command = syntax.is(Client.PSQL) || (syntax.is(Client.MYSQL) && c != 'N');
        if (command) {
            throw commands.refused("\\" + (syntax.is(Client.PSQL) ? input.peekWord(0) : (char) c), pieceLine);
        }
        significant(Piece.OTHER, pieceLine);
        return false;
    }

    private void refuseOpen() {
        if (lexer.isInVersionComment()) {
            throw problems.unterminated("a versioned comment", lexer.versionLine());
        }
        Optional<String> open = isEmpty() ? Optional.empty() : body.open();
        if (open.isPresent()) {
            throw problems.notSplit(open.get(), line);
        }
        if (!isEmpty() && !lexer.delimiter().equals(";")) {
            throw problems.bad(
                    "a statement begins here and does not end with the delimiter " + lexer.delimiter() + " of line "
                            + delimiterLine,
                    line,
                    "end it with " + lexer.delimiter());
        }
    }

    /** What was taken, unless it vanishes. */
    private Optional<ScriptStatement> finished() throws IOException {
        if (isEmpty()) {
            return Optional.empty();
        }
        String bytes = lexer.taken().toString().stripTrailing();
        if (syntax.is(Client.PSQL) && words.first().equals("COPY") && CopyData.follows(bytes)) {
            copy = CopyData.after(bytes, line, input, problems);
            return Optional.empty();
        }
        Control control = words.control();
        if (control == Control.REFUSED) {
            throw problems.bad(
                    "\"" + bytes.toLowerCase(Locale.ROOT).split("\\R", 2)[0]
                            + "\" reaches into the transaction of the run, which is not the script's",
                    line,
                    "take it out of the script");
        }
        String sql = text(bytes, line);
        ScriptStatement statement = new ScriptStatement(sql, line, words.effect(syntax));
        if (words.first().equals("SET")) {
            syntax = modes.after(sql);
            lexer.syntax(syntax);
        }
        return control == Control.PLAIN ? Optional.empty() : Optional.of(statement);
    }

    private String text(String bytes, int firstLine) {
        int malformed = Utf8.malformedAt(bytes);
        String readable = malformed >= 0 && syntax.is(Client.MYSQL) ? Utf8.withBinaryAsHex(bytes, syntax) : bytes;
        malformed = malformed < 0 ? -1 : Utf8.malformedAt(readable);
        if (malformed >= 0) {
            int before = (int) readable.substring(0, malformed)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            throw problems.bad("this is not UTF-8", firstLine + before, "save the script as UTF-8");
        }
        return Utf8.decoded(readable);
    }
}
