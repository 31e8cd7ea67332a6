/** Reads in class files what migrations call. */
@NullMarked
package dev.migrate.maven.calls;

import org.jspecify.annotations.NullMarked;
