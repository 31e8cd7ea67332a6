/** Migrations as people write them. */
package dev.migrate.examples;
