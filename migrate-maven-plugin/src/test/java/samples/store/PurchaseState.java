package samples.store;

public enum PurchaseState {
    BASKET,
    PLACED,
    PAID,
    SENT,
    DONE
}
