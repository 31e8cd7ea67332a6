@dev.migrate.MigrationHistory(name = "shop")
package app;
