package samples.forms;

public enum Bodies {
    FIRST {
        @Override
        int weight() {
            return 1;
        }
    },
    SECOND_AND_LONGER {
        @Override
        int weight() {
            return 2;
        }
    };

    abstract int weight();
}
