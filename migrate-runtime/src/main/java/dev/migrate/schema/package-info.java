/** Tables and columns as values. */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
