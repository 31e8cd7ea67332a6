package dev.migrate.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Somebody else, who changes one row all the time and notes how long that took at most. */
final class OtherWriter extends Thread {

    private final DataSource dataSource;
    private final int row;
    private volatile boolean ended;
    private long longest;
    private @Nullable Exception failure;

    OtherWriter(DataSource dataSource, int row) {
        super("other writer");
        this.dataSource = dataSource;
        this.row = row;
    }

    @Override
    public void run() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE orders SET writes = writes + 1 WHERE id = ?")) {
            update.setInt(1, row);
            while (!ended) {
                long began = System.nanoTime();
                update.executeUpdate();
                longest = Math.max(longest, System.nanoTime() - began);
                Thread.sleep(2);
            }
        } catch (SQLException | InterruptedException e) {
            failure = e;
        }
    }

    /** Waits until it has written its last. */
    void end() throws Exception {
        ended = true;
        join();
        if (failure != null) {
            throw failure;
        }
    }

    long longest() {
        return longest;
    }
}
