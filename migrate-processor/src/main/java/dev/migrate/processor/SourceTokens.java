package dev.migrate.processor;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The tokens of a Java source that compiles, as text, without white space and comments. Good for telling two sources
 * apart, not for parsing: a {@code >>} that closes two type arguments is one token here, and so is {@code >>} that
 * shifts. Line ends inside text blocks are {@code \n}.
 */
final class SourceTokens implements Iterator<String> {

    /** The operators of more than one character, longest first; all others are one character. */
    private static final List<String> OPERATORS = List.of(
            ">>>=", "<<=", ">>=", ">>>", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=",
            "*=", "/=", "&=", "|=", "^=", "%=", "<<", ">>");

    /** What no longer operator begins with: most of what is neither a word nor quoted. */
    private static final String ALONE = "(){}[];,@";

    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private int at;

    SourceTokens(CharSequence source) {
        this.source = source.toString().replace("\r\n", "\n").replace('\r', '\n');
        skipToToken();
    }

    @Override
    public boolean hasNext() {
        return at < source.length();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int end = endOfToken();
        String token = source.substring(at, end);
        at = end;
        skipToToken();
        return token;
    }

    private void skipToToken() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\u001a') {
                at++;
            } else if (source.startsWith("//", at)) {
                at = endOrLength(source.indexOf('\n', at));
            } else if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2);
                at = end < 0 ? source.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private int endOfToken() {
        char first = source.charAt(at);
        if (source.startsWith(TEXT_BLOCK, at)) {
            return endOfQuoted(TEXT_BLOCK);
        }
        if (first == '"' || first == '\'') {
            return endOfQuoted(String.valueOf(first));
        }
        if (Character.isJavaIdentifierPart(first)) {
            return endOfWord();
        }
        return at + lengthOfOperator();
    }

    private int lengthOfOperator() {
        if (ALONE.indexOf(source.charAt(at)) >= 0) {
            return 1;
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                return operator.length();
            }
        }
        return 1;
    }

    private int endOfQuoted(String quote) {
        int end = at + quote.length();
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + quote.length(), source.length());
    }

    private int endOfWord() {
        int end = at;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOrLength(int end) {
        return end < 0 ? source.length() : end;
    }
}
