/** What a database says of itself. */
@NullMarked
package dev.migrate.introspect;

import org.jspecify.annotations.NullMarked;
