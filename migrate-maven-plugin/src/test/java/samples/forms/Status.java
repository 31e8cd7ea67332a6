package samples.forms;

public enum Status {
    DRAFT,
    SENT,
    ACCEPTED,
    REFUSED
}
