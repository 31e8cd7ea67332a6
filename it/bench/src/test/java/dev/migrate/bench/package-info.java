/** Measurements, side by side in one run. */
@NullMarked
package dev.migrate.bench;

import org.jspecify.annotations.NullMarked;
