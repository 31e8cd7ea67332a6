/** A project's classes and its database, opened for one run and closed without a trace. */
@NullMarked
package dev.migrate.maven.open;

import org.jspecify.annotations.NullMarked;
