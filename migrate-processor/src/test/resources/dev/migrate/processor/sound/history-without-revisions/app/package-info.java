/** A history that has not begun. */
@dev.migrate.MigrationHistory(name = "shop")
package app;
