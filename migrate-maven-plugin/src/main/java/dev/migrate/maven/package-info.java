/** The goals, and what Maven knows of settings, modules and logs. */
@NullMarked
package dev.migrate.maven;

import org.jspecify.annotations.NullMarked;
