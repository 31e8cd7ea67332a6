/** Graph, applied revisions and a target become ordered, recorded steps. */
@NullMarked
package dev.migrate.plan;

import org.jspecify.annotations.NullMarked;
