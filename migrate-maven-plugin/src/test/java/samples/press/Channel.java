package samples.press;

public enum Channel {
    WEB,
    PRINT,
    RADIO
}
