/** What a schema should be, tried out on the database and read back. */
@NullMarked
package dev.migrate.scratch;

import org.jspecify.annotations.NullMarked;
