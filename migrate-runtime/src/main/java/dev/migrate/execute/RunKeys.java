package dev.migrate.execute;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes the keys of one run's steps: the moment of the run, something random, a number. Unlike numbers that a database
 * gives out they need no coordination, and disturb nobody's last inserted id.
 */
final class RunKeys {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT);
    private static final int FIRST = 100_000; // so that keys of a run sort as text
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String run;
    private int number;

    RunKeys(Clock clock) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        run = MOMENT.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)) + "-"
                + HexFormat.of().formatHex(random);
    }

    String next() {
        number++;
        return run + "-" + (FIRST + number);
    }
}
