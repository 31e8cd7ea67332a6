package samples.forms;

public enum Single {
    ONLY
}
