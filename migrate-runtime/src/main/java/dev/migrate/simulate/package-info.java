/** Every migration applied to a schema that exists in the mind only: what can be proven without a database. */
@NullMarked
package dev.migrate.simulate;

import org.jspecify.annotations.NullMarked;
