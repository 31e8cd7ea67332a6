/** Finds the generated index. */
@NullMarked
package dev.migrate.index;

import org.jspecify.annotations.NullMarked;
