/** SQLite. */
@NullMarked
package dev.migrate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
