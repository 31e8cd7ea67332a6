/** One change, as data. */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
