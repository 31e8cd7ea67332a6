package samples.keys;

import java.io.Serializable;

public record OrderLineKey(Long order, int line) implements Serializable {}
