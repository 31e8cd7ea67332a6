package dev.migrate.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A running MySQL or MariaDB on which databases and accounts may be created. */
public class MySqlServer {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String address;
    private final Account admin;
    private final String clients;
    private final String prefix;
    private final String options;
    private @Nullable Connection kept;

    /**
     * @param address host and port
     * @param admin who may do everything
     * @param clients where accounts connect from, {@code %} for anywhere
     * @param prefix what the names of databases and accounts begin with
     * @param options what stands behind the {@code ?} of every URL, or nothing
     */
    MySqlServer(String address, Account admin, String clients, String prefix, String options) {
        this.address = address;
        this.admin = admin;
        this.clients = clients;
        this.prefix = prefix;
        this.options = options;
    }

    /**
     * The server that {@code -Dit.mysql.url=jdbc:mysql://127.0.0.1:3306/?user=root} names; {@code .ci/mysql} starts some. What
     * is created there should be dropped again.
     */
    public static Optional<MySqlServer> given() {
        return Given.SERVER;
    }

    /** One for all, since each keeps a session. */
    private static final class Given {
        static final Optional<MySqlServer> SERVER = named();
    }

    private static Optional<MySqlServer> named() {
        String url = System.getProperty("it.mysql.url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = Pattern.compile("jdbc:mysql://([^/]+)/\\?user=([^&]*)(?:&password=(.*))?")
                .matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "it.mysql.url should look like jdbc:mysql://127.0.0.1:3306/?user=root&password=… but is " + url);
        }
        String password = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(new MySqlServer(
                matcher.group(1),
                new Account(matcher.group(2), password),
                "%",
                "test_" + ProcessHandle.current().pid() + "_",
                "allowPublicKeyRetrieval=true"));
    }

    /** Host and port, with a colon between them. */
    public final String address() {
        return address;
    }

    /** The URL of a schema for MariaDB's own driver. */
    public final String jdbcUrl(String schema) {
        return url("mariadb", schema);
    }

    /** The URL of a schema for MySQL Connector/J. */
    public final String connectorJUrl(String schema) {
        return url("mysql", schema);
    }

    private String url(String driver, String schema) {
        return "jdbc:" + driver + "://" + address + "/" + schema + (options.isEmpty() ? "" : "?" + options);
    }

    /** An empty schema that nobody else uses, and an account with all privileges in it. */
    public final TestSchema createSchema() throws SQLException {
        String name = prefix + "schema_" + COUNT.incrementAndGet();
        asAdmin("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return new TestSchema(this, name, createAccount("ALL PRIVILEGES ON " + name + ".*"));
    }

    /**
     * A new account.
     *
     * @param grants what it may do, as it stands between {@code GRANT} and {@code TO}: {@code SELECT ON schema_1.*}
     */
    public final Account createAccount(String... grants) throws SQLException {
        String name = prefix + "user_" + COUNT.incrementAndGet();
        Account account = new Account(name, "s3cret-of-" + name);
        asAdmin(createUser(account));
        for (String grant : grants) {
            grant(grant, account);
        }
        return account;
    }

    /** Gives an account more to do. */
    public final void grant(String privileges, Account account) throws SQLException {
        asAdmin("GRANT " + privileges + " TO " + quoted(account));
    }

    /** What it is: {@code mysql} or {@code mariadb}. */
    public final String product() {
        return version().contains("MariaDB") ? "mariadb" : "mysql";
    }

    /** MySQL 5.7, which forgets checks, renames no column, and is unknown to Hibernate 6. */
    public final boolean isOld() {
        return version().startsWith("5.7.");
    }

    private String version() {
        try (Connection connection = connectAsAdmin();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new connection that may do everything, in no schema. */
    public final Connection connectAsAdmin() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(""), admin.username(), admin.password());
    }

    /** Runs a statement that may do everything; all in one session, since opening one takes longer than most of them. */
    public final synchronized void asAdmin(String sql) throws SQLException {
        if (kept == null || kept.isClosed()) {
            kept = connectAsAdmin();
        }
        try (Statement statement = kept.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Drops a schema, even if tables elsewhere refer to it. */
    public final void drop(String schema) throws SQLException {
        asAdmin("SET foreign_key_checks = 0");
        asAdmin("DROP DATABASE " + schema);
        asAdmin("SET foreign_key_checks = 1");
    }

    private String createUser(Account account) {
        return "CREATE USER " + quoted(account) + " IDENTIFIED BY '" + account.password() + "'";
    }

    private String quoted(Account account) {
        return "'" + account.username() + "'@'" + clients + "'";
    }
}
