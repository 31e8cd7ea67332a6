package samples.bank;

public enum OrderRhythm {
    WEEKLY,
    MONTHLY
}
