package app;

import dev.migrate.Revision;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "r1") // revision r1
    final class Several extends Blank {
        public Several() {
            this(1);
        }

        private Several(int x) {
            assert x > 0;
        }
    }

    @Revision(id = "r2", downRevision = "r1") // revision r2
    final class Unchecked extends Blank {
        public Unchecked() throws IllegalStateException, Error {}
    }

    @Revision(id = "r3", downRevision = "r2") // revision r3
    final class Lambdas extends Blank {
        private final Runnable runnable = () -> {};

        Runnable runnable() {
            return runnable;
        }
    }
}
