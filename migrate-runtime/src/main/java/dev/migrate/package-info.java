/** All that a migration class imports. */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
