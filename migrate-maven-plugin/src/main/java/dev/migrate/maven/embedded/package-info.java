/** Database servers that a goal starts for itself and stops, by libraries that the user's build names. */
@NullMarked
package dev.migrate.maven.embedded;

import org.jspecify.annotations.NullMarked;
