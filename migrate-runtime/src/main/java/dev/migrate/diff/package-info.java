/** Two schemas in; what tells them apart, and the operations that make one into the other, out. */
@NullMarked
package dev.migrate.diff;

import org.jspecify.annotations.NullMarked;
