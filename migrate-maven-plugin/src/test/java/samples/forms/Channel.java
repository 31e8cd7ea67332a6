package samples.forms;

public enum Channel {
    LETTER,
    MAIL
}
