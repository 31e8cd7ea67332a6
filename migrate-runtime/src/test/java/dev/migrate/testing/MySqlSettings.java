package dev.migrate.testing;

import java.util.ArrayList;
import java.util.List;

/** What a session may have been told before it is ours; everything has to work all the same. */
public final class MySqlSettings {

    private static final List<String> ALWAYS = List.of(
            "sql_mode=''",
            "sql_mode='ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
            "sql_mode='TRADITIONAL,PIPES_AS_CONCAT,IGNORE_SPACE'",
            "sql_safe_updates=1,sql_select_limit=1,sql_auto_is_null=1");

    private static final List<String> AT_LENGTH = List.of(
            "sql_mode='ANSI_QUOTES'",
            "sql_mode='ANSI'",
            "sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY'",
            "sql_mode='PIPES_AS_CONCAT,HIGH_NOT_PRECEDENCE,REAL_AS_FLOAT'",
            "sql_mode='NO_BACKSLASH_ESCAPES'",
            "sql_mode='IGNORE_SPACE,NO_AUTO_VALUE_ON_ZERO,PAD_CHAR_TO_FULL_LENGTH'",
            "foreign_key_checks=0,unique_checks=0",
            "time_zone='-09:30',lc_time_names='ja_JP',group_concat_max_len=4",
            "sql_quote_show_create=0",
            "autocommit=0");

    private static final List<String> MARIADB_ONLY = List.of(
            "sql_mode='MSSQL'",
            "sql_mode='SIMULTANEOUS_ASSIGNMENT,TIME_ROUND_FRACTIONAL'",
            "sql_mode='NO_TABLE_OPTIONS,NO_FIELD_OPTIONS,NO_KEY_OPTIONS'");

    private MySqlSettings() {}

    /**
     * Session variables with their values, separated by commas; {@code -Plong} has more.
     *
     * @param mariaDb whether they are for a MariaDB
     */
    public static List<String> all(boolean mariaDb) {
        List<String> all = new ArrayList<>(ALWAYS);
        if (Boolean.getBoolean("settings.all")) {
            all.addAll(AT_LENGTH);
        }
        if (mariaDb) {
            all.add("explicit_defaults_for_timestamp=0"); // as MySQL 5.7 has it, where only SUPER may say so
        }
        if (mariaDb && Boolean.getBoolean("settings.all")) {
            all.addAll(MARIADB_ONLY);
        }
        return all;
    }
}
