/** Turns calls on {@code op} into operations. */
@NullMarked
package dev.migrate.record;

import org.jspecify.annotations.NullMarked;
