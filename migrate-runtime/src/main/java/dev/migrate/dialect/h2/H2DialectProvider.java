package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.Folding;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises H2, and how it was told to treat names. */
public final class H2DialectProvider implements DialectProvider {

    /** What changes how SQL is understood. */
    private static final List<String> TOLD = List.of(
            "CASE_INSENSITIVE_IDENTIFIERS",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "DEFAULT_NULL_ORDERING",
            "MODE",
            "NON_KEYWORDS");

    private static final String SETTINGS = "SELECT SETTING_NAME, SETTING_VALUE, H2VERSION(), SCHEMA()"
            + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME IN ('" + String.join("', '", TOLD) + "')";

    /** For {@code ServiceLoader}. */
    public H2DialectProvider() {}

    @Override
    public Optional<Dialect> detect(Connection connection) throws SQLException {
        // H2's driver reaches nothing but H2, so its own word saves the others a query that fails.
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>();
        String version = "";
        String schema = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
                version = rows.getString(3);
                schema = rows.getString(4);
            }
        }
        return Optional.of(new H2Dialect(
                ServerVersion.parse(version),
                identifiers(folding(settings)),
                hasTinyint(settings),
                Optional.of(schema),
                inUrl(settings)));
    }

    /** A file is open in one process at a time. */
    @Override
    public boolean isOpenElsewhere(SQLException exception) {
        return exception.getErrorCode() == 90020;
    }

    private static Folding folding(Map<String, String> settings) {
        if ("true".equalsIgnoreCase(settings.get("DATABASE_TO_UPPER"))) {
            boolean anyCase = "true".equalsIgnoreCase(settings.get("CASE_INSENSITIVE_IDENTIFIERS"));
            return anyCase ? Folding.ANY_CASE : Folding.UPPER;
        }
        return "true".equalsIgnoreCase(settings.get("DATABASE_TO_LOWER")) ? Folding.LOWER : Folding.NONE;
    }

    private static Identifiers identifiers(Folding folding) {
        return new Identifiers(folding, '"', H2Keywords.WORDS);
    }

    @Override
    public Map<String, ServerVersion> offlineNames() {
        return Map.of("h2", new ServerVersion(2, 4, 240));
    }

    @Override
    public Dialect offline(String name, ServerVersion version, Map<String, String> options) {
        Map<String, String> settings = new HashMap<>(Map.of("DATABASE_TO_UPPER", "TRUE"));
        if ("true".equalsIgnoreCase(options.get("DATABASE_TO_LOWER"))) {
            settings.put("DATABASE_TO_UPPER", "FALSE");
        }
        settings.putAll(options);
        return new H2Dialect(
                version, identifiers(folding(settings)), hasTinyint(settings), Optional.empty(), inUrl(settings));
    }

    private static String inUrl(Map<String, String> settings) {
        return TOLD.stream()
                .filter(name -> !settings.getOrDefault(name, "").isEmpty())
                .map(name -> ";" + name + "=" + settings.get(name))
                .collect(Collectors.joining());
    }

    private static boolean hasTinyint(Map<String, String> settings) {
        return !"PostgreSQL".equalsIgnoreCase(settings.get("MODE"));
    }
}
