package samples.forms;

import java.math.BigDecimal;

/** An amount that is one column. */
public record Money(BigDecimal amount, String currency) {}
