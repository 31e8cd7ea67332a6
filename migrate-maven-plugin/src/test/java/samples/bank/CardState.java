package samples.bank;

public enum CardState {
    ORDERED,
    ACTIVE,
    BLOCKED
}
