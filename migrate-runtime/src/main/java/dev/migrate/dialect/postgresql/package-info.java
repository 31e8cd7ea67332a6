/** PostgreSQL. */
@NullMarked
package dev.migrate.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
