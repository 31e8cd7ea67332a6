package dev.migrate.diff;

import dev.migrate.operation.Operation;

/** An operation and when it comes. */
record Step(Phase phase, Operation operation) {}
