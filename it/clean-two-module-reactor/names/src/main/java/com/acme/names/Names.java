package com.acme.names;

/** What the tables are called, wherever they are used. */
public final class Names {

    private Names() {}

    /** The table of users. A method: a constant would be copied into the class that uses it. */
    public static String users() {
        return "users";
    }
}
