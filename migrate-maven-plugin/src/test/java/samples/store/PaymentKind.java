package samples.store;

public enum PaymentKind {
    CARD,
    CASH,
    TRANSFER
}
