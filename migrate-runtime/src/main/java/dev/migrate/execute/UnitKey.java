package dev.migrate.execute;

/**
 * What names a unit in the journal.
 *
 * @param step the step's key
 * @param attempt in which run it was begun, counted from 1
 * @param ordinal the operation, counted from 1; of a unit of several statements, that of the last one once it is done
 * @param sub the operation's statement, counted from 1
 */
record UnitKey(String step, int attempt, int ordinal, int sub) {

    UnitKey endingAt(StepStatement last) {
        return new UnitKey(step, attempt, last.ordinal(), last.sub());
    }
}
