package samples.forms;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

@Converter(autoApply = true)
public class MoneyConverter implements AttributeConverter<Money, String> {
    @Override
    public String convertToDatabaseColumn(Money money) {
        return money == null ? null : money.amount() + " " + money.currency();
    }

    @Override
    public Money convertToEntityAttribute(String text) {
        return text == null ? null : new Money(new BigDecimal(text.split(" ")[0]), text.split(" ")[1]);
    }
}
