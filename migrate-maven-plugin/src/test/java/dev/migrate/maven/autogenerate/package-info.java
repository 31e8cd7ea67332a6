/** Whole models, from entities to a migrated database and back. */
package dev.migrate.maven.autogenerate;
