/** What was set, where, and how strongly. */
@NullMarked
package dev.migrate.config;

import org.jspecify.annotations.NullMarked;
