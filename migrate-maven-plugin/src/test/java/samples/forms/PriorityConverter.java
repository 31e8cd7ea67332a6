package samples.forms;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class PriorityConverter implements AttributeConverter<Priority, String> {
    @Override
    public String convertToDatabaseColumn(Priority priority) {
        return priority == null ? null : priority.code;
    }

    @Override
    public Priority convertToEntityAttribute(String code) {
        return code == null ? null : code.equals("l") ? Priority.LOW : Priority.HIGH;
    }
}
