package samples.forms;

public enum Priority {
    LOW("l"),
    HIGH("h");

    final String code;

    Priority(String code) {
        this.code = code;
    }
}
