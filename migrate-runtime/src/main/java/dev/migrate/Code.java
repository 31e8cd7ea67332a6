package dev.migrate;

/** Code that a migration runs against the database. */
@FunctionalInterface
public interface Code {

    /**
     * Does the work. It runs inside the migration's transaction.
     *
     * @param context the connection and the values given from outside
     * @throws Exception whatever stops the work; the migration then fails, and names the code and the cause
     */
    void run(RunContext context) throws Exception;
}
