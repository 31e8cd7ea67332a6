/** The one shape of bad news. */
@NullMarked
package dev.migrate.problem;

import org.jspecify.annotations.NullMarked;
