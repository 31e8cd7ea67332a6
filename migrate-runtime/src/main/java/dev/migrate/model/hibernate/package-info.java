/** The mapping of Hibernate's entities; defined in the project's class loader, where it meets the project's Hibernate. */
@NullMarked
package dev.migrate.model.hibernate;

import org.jspecify.annotations.NullMarked;
