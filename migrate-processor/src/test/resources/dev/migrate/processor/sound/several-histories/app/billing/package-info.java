@dev.migrate.MigrationHistory(name = "billing")
package app.billing;
