package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@R1.Ticket(numbers = {1, 2}, of = R1.class, kind = RetentionPolicy.CLASS, more = @Deprecated(since = "1"))
@Revision(id = "r1") // revision r1
@FunctionalMigration
public final class R1 extends Blank {

    @Retention(RetentionPolicy.CLASS)
    @interface Ticket {
        int[] numbers();

        Class<?> of();

        RetentionPolicy kind();

        Deprecated more();
    }
}

@interface FunctionalMigration {}
