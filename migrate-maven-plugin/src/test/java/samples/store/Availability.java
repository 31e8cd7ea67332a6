package samples.store;

public enum Availability {
    IN_STOCK,
    ORDERED,
    GONE
}
