/** What a project's entities ask of a database, whoever reads them. */
@NullMarked
package dev.migrate.model;

import org.jspecify.annotations.NullMarked;
