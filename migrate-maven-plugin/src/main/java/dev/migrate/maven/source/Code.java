package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Java code that is not laid out yet. */
sealed interface Code {

    /**
     * What is called, one after the other: {@code c.varchar("email", 320).notNull()}.
     *
     * @param receiver a name, or what makes an object
     * @param calls the calls; at least one
     */
    record Chain(String receiver, List<Call> calls) {

        public Chain {
            requireNonNull(receiver, "receiver");
            calls = List.copyOf(calls);
        }

        static Chain of(String receiver, Call... calls) {
            return new Chain(receiver, List.of(calls));
        }

        Chain with(Call call) {
            List<Call> more = new ArrayList<>(calls);
            more.add(call);
            return new Chain(receiver, more);
        }
    }

    /**
     * One call.
     *
     * @param name the method
     * @param arguments what it is given, in order
     */
    record Call(String name, List<Code> arguments) {

        public Call {
            requireNonNull(name, "name");
            arguments = List.copyOf(arguments);
        }

        static Call of(String name, Code... arguments) {
            return new Call(name, List.of(arguments));
        }

        /** A method that is given names. */
        static Call naming(String method, List<String> names) {
            return new Call(method, names.stream().map(Code::words).toList());
        }

        /** The same, with a name that stands out from the others. */
        static Call naming(String method, String first, List<String> others) {
            return naming(method, others).behind(Code.words(first));
        }

        /** The same method with an argument before the others. */
        Call behind(Code first) {
            return new Call(
                    name, Stream.concat(Stream.of(first), arguments.stream()).toList());
        }

        Call named(String otherName) {
            return new Call(otherName, arguments);
        }
    }

    /**
     * One statement.
     *
     * @param notes what a reader should know about it, each a comment before it
     * @param chain what it does
     */
    record Statement(List<String> notes, Chain chain) {

        public Statement {
            notes = List.copyOf(notes);
            requireNonNull(chain, "chain");
        }

        Statement(Chain chain) {
            this(List.of(), chain);
        }
    }

    /** Code as it stands: a number, a constant. */
    record Plain(String text) implements Code {
        public Plain {
            requireNonNull(text, "text");
        }
    }

    /**
     * Text.
     *
     * @param text the text
     * @param sql whether it is SQL, which reads better in several lines
     */
    record Words(String text, boolean sql) implements Code {
        public Words {
            requireNonNull(text, "text");
        }
    }

    /** What a chain of calls gives. */
    record Nested(Chain chain) implements Code {
        public Nested {
            requireNonNull(chain, "chain");
        }
    }

    /**
     * A block that is called back.
     *
     * @param parameter its only parameter
     * @param type the simple name of the parameter's type
     * @param about what it is about, for a name of its parts where it has to be split
     * @param body what it does: one statement without notes may be an expression
     * @param braces whether it is a block even so
     */
    record Lambda(String parameter, String type, String about, List<Statement> body, boolean braces) implements Code {

        public Lambda {
            requireNonNull(parameter, "parameter");
            requireNonNull(type, "type");
            requireNonNull(about, "about");
            body = List.copyOf(body);
        }

        /** The chain it consists of; empty for a block. */
        Optional<Chain> expression() {
            return braces || body.size() != 1 || !body.get(0).notes().isEmpty()
                    ? Optional.empty()
                    : Optional.of(body.get(0).chain());
        }
    }

    static Code words(String text) {
        return of(text, false);
    }

    static Code sql(String text) {
        return of(text, true);
    }

    static Code number(long number) {
        return new Plain(number == (int) number ? Long.toString(number) : number + "L");
    }

    static Code constant(Enum<?> constant, String type) {
        return new Plain(type + "." + constant.name());
    }

    /** A description of one thing: words about it, in a row. */
    static Code described(String parameter, String type, List<Call> words) {
        return new Lambda(parameter, type, type, List.of(new Statement(new Chain(parameter, words))), false);
    }

    /** A class file holds no constant of more than 65,535 bytes. */
    private static Code of(String text, boolean sql) {
        int longest = 20_000; // of at most 3 bytes each
        if (text.length() <= longest) {
            return new Words(text, sql);
        }
        List<Code> pieces = new ArrayList<>();
        pieces.add(new Words("", false));
        for (int from = 0; from < text.length(); from += longest) {
            pieces.add(new Words(text.substring(from, Math.min(text.length(), from + longest)), sql));
        }
        return new Nested(new Chain("String", List.of(new Call("join", pieces))));
    }
}
