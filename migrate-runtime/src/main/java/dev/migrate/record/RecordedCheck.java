package dev.migrate.record;

import dev.migrate.CheckSpec;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Enforcement;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers what is said about one check. */
final class RecordedCheck implements CheckSpec {

    /** What is said when nothing else is. */
    static final Consumer<CheckSpec> PLAIN = check -> {};

    private final Naming naming;
    private String name;
    private final String condition;
    private boolean noInherit;
    private Optional<Enforcement> enforcement = Optional.empty();

    RecordedCheck(Naming naming, String name, String condition) {
        this.naming = naming;
        this.name = name;
        this.condition = Checked.text("condition", condition);
    }

    CheckConstraint constraint() {
        return new CheckConstraint(name, condition, noInherit, enforcement);
    }

    @Override
    public CheckSpec named(String fullName) {
        name = naming.name("check", fullName);
        return this;
    }

    @Override
    public CheckSpec notValid() {
        enforcement = Optional.of(enforcement.orElse(Enforcement.NEW_ROWS));
        return this;
    }

    @Override
    public CheckSpec notEnforced() {
        enforcement = Optional.of(Enforcement.NO_ROWS);
        return this;
    }

    @Override
    public CheckSpec noInherit() {
        noInherit = true;
        return this;
    }
}
