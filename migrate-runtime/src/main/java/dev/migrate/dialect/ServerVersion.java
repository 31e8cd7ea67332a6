package dev.migrate.dialect;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server.
 *
 * @param major the first number
 * @param minor the second number; 0 when there is none
 * @param patch the third number; 0 when there is none
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /**
     * Reads the first numbers of a text.
     *
     * @param text for example {@code 11.4.5-MariaDB-log}
     * @return the version
     * @throws IllegalArgumentException when there is no number in it
     */
    public static ServerVersion parse(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no version in \"" + text + "\"");
        }
        return new ServerVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * Whether the server is of a version or later.
     *
     * @param wantedMajor the first number
     * @param wantedMinor the second number
     * @param wantedPatch the third number
     * @return whether it is not older
     */
    public boolean isAtLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
        return compareTo(new ServerVersion(wantedMajor, wantedMinor, wantedPatch)) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
