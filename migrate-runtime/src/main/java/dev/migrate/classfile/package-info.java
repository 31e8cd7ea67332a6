/** Class files, read without loading a class. */
@NullMarked
package dev.migrate.classfile;

import org.jspecify.annotations.NullMarked;
