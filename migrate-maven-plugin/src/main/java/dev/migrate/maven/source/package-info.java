/** Migration classes as source text: read by parsing alone, and written. */
@NullMarked
package dev.migrate.maven.source;

import org.jspecify.annotations.NullMarked;
