package dev.migrate.config;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords out of texts that others wrote: JDBC URLs, messages of drivers and servers. It removes the secrets
 * it was told, in plain and in URL encoding, and whatever stands where URLs keep a password.
 */
public final class Redactor {

    private static final String MASK = "***";

    private static final String NAMES = "(?:[a-z_.]*(?:password|passwd|passphrase|secret|token)|pwd|pass)[0-9]?";

    /** {@code password=…} up to what ends a parameter in the URLs of the drivers: {@code & ; , ) "} or a blank. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)\\b(" + NAMES + "\\s*=\\s*)([^&;,)\\s\"']+)");

    /** {@code //user:password@host}: up to the last {@code @} before the path, since a password may hold one too. */
    private static final Pattern USER_INFO = Pattern.compile("(//[^/:@\\s?;]*:)([^/\\s?;]*)(@)");

    /** {@code jdbc:oracle:thin:user/password@…}. */
    private static final Pattern ORACLE = Pattern.compile("(?i)(jdbc:oracle:\\w+:[^/@\\s]*/)([^@\\s]*)(@)");

    private final List<String> secrets;

    private Redactor(Collection<String> secrets) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                spellings.add(secret);
                spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                decoded(secret, spellings);
            }
        }
        List<String> longestFirst = new ArrayList<>(spellings);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        this.secrets = List.copyOf(longestFirst);
    }

    /**
     * Hides the password of a connection, wherever it was given.
     *
     * @param url the JDBC URL, which may hold a password of its own
     * @param passwords further passwords
     * @return what removes them from any text
     */
    public static Redactor of(String url, Collection<Secret> passwords) {
        List<String> secrets = new ArrayList<>();
        passwords.forEach(password -> secrets.add(password.reveal()));
        for (Pattern pattern : List.of(PARAMETER, USER_INFO, ORACLE)) {
            Matcher matcher = pattern.matcher(url);
            while (matcher.find()) {
                secrets.add(matcher.group(2));
            }
        }
        return new Redactor(secrets);
    }

    /**
     * A URL as it may be shown.
     *
     * @param url a JDBC URL
     * @return the URL with {@code ***} for each password
     */
    public static String url(String url) {
        return new Redactor(List.of()).redact(url);
    }

    /**
     * A text without the secrets.
     *
     * @param text any text, such as the message of a driver
     * @return the text with {@code ***} for each secret
     */
    public String redact(String text) {
        String redacted = ORACLE.matcher(text).replaceAll("$1" + MASK + "$3");
        redacted = USER_INFO.matcher(redacted).replaceAll("$1" + MASK + "$3");
        redacted = PARAMETER.matcher(redacted).replaceAll("$1" + MASK);
        for (String secret : secrets) {
            redacted = withoutWord(redacted, secret);
        }
        return redacted;
    }

    /**
     * A problem without the secrets.
     *
     * @param problem any problem
     * @return the same with redacted texts
     */
    public Problem redact(Problem problem) {
        return new Problem(
                problem.code(),
                redact(problem.what()),
                problem.where().map(this::redact),
                problem.next().map(this::redact));
    }

    /**
     * Bad news without the secrets.
     *
     * @param thrown any failure
     * @return the same where nothing in it holds a secret; else a copy
     */
    public MigrateException redact(MigrateException thrown) {
        if (!RedactedException.holdsSecret(thrown, this)) {
            return thrown;
        }
        return new MigrateException(
                thrown.problems().stream().map(this::redact).toList(), RedactedException.copyOf(thrown, this));
    }

    /**
     * An exception without the secrets: stack traces show the messages of all causes.
     *
     * @param thrown any exception
     * @return the same where no message holds a secret; else a copy with the same stack traces
     */
    public Throwable redact(Throwable thrown) {
        return RedactedException.holdsSecret(thrown, this) ? RedactedException.copyOf(thrown, this) : thrown;
    }

    /**
     * Short secrets are replaced as whole words only: a password {@code a} must not turn a message into asterisks, which
     * would also tell where it occurs.
     */
    private static String withoutWord(String text, String secret) {
        if (secret.length() >= 6) {
            return text.replace(secret, MASK);
        }
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}_])")
                .matcher(text)
                .replaceAll(MASK);
    }

    private static void decoded(String secret, Set<String> into) {
        try {
            into.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            into.add(secret); // a lone % : it is not in URL encoding, and is known already as it stands
        }
    }
}
