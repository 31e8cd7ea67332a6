package dev.migrate.bench;

import java.util.List;
import javax.sql.DataSource;

/** Finds out what has to be done to a database so that it is what entities say. */
interface Tool {

    /**
     * Compares.
     *
     * @param database gives sessions on the database
     * @return what it would do; nothing when it finds no difference
     */
    List<String> changes(DataSource database) throws Exception;
}
