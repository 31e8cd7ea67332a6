package com.acme.shop;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Prints the users of the shop: what a program sees after an upgrade. */
public final class Users {

    private Users() {}

    /**
     * Prints a line for each user.
     *
     * @param arguments the URL of the database, and the user's name
     * @throws SQLException when the database cannot be read
     */
    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, email, status, avatar FROM users ORDER BY id")) {
            System.out.println("id | email             | status | avatar");
            while (rows.next()) {
                System.out.printf(
                        "%2d | %-17s | %-6s | %s%n",
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4));
            }
        }
    }
}
