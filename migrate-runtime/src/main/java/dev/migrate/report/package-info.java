/** Results as text, as JSON, and as pictures. */
@NullMarked
package dev.migrate.report;

import org.jspecify.annotations.NullMarked;
