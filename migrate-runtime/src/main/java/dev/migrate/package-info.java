/**
 * All that a migration class imports.
 *
 * <p><b>What may change here.</b> The package stays source and binary compatible from the first release on. Its
 * interfaces are implemented by migrate alone, so that a method can be added to one; nothing that is there is renamed,
 * taken away, or given another return type.
 *
 * <p><b>Where more is said about an operation.</b> Whatever is described by a builder ({@link dev.migrate.TableSpec},
 * {@link dev.migrate.IndexSpec}, …) says everything there, and its method returns nothing, except where the builder is
 * that of a part which other methods share (a column, a key, a sequence). Every other operation on definitions returns a
 * handle ({@link dev.migrate.Added}, {@link dev.migrate.Dropped}, {@link dev.migrate.Changed}), and SQL and code return
 * {@link dev.migrate.Executed}, since a return type cannot be had later.
 *
 * <p>The same holds within a builder: a part of a table that is said in one line ({@code t.index("name")}) returns nothing,
 * since it has a form with a builder of its own ({@code t.index(i -> …)}).
 *
 * <p>So these return nothing, on purpose. {@code replaceView} makes what is missing, {@code verify} only asks, and {@code
 * insert}, {@code update}, {@code delete} and {@code backfill} have builders: none of them has a thing to look for first.
 * The flow ({@code onlyOn}, {@code decide}, {@code atomically}, {@code outsideTransaction}, {@code inverseOf}) takes a
 * block, and what could ever be said of a block is a parameter or a method of its own.
 *
 * <p><b>Where a block goes.</b> A parameter of a method is a {@code Consumer} where anything may be said, and a {@code
 * Function} where exactly one column must come back; no method has overloads on both, since a lambda could mean either.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
