/** Splits a script into statements as the database's own client would. */
@NullMarked
package dev.migrate.script;

import org.jspecify.annotations.NullMarked;
