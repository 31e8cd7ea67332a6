/** What a database must answer; standard SQL. */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
