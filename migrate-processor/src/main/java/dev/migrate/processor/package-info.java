/** Proves at compile time that the revisions form sound histories, and writes their index. */
@NullMarked
package dev.migrate.processor;

import org.jspecify.annotations.NullMarked;
