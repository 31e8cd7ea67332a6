/** Which revision follows which. */
@NullMarked
package dev.migrate.graph;

import org.jspecify.annotations.NullMarked;
