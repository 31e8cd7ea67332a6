package dev.migrate.maven.open;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/** Deregisters the JDBC drivers of its own class loader. A {@link ProjectClassLoader} defines it for itself. */
public final class DriverSweeper implements Runnable {

    /** Made by reflection. */
    public DriverSweeper() {}

    @Override
    public void run() {
        ClassLoader own = DriverSweeper.class.getClassLoader();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == own) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    throw new IllegalStateException(driver.getClass().getName() + " cannot be deregistered", e);
                }
            }
        }
    }
}
