package app;

import dev.migrate.*;

public abstract sealed class Base implements ReversibleMigration permits R1, Base.Open {

    protected Base() {}

    public abstract static non-sealed class Open extends Base {
        @Override
        public void change(Operations op) {}
    }
}
