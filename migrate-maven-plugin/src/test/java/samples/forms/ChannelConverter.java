package samples.forms;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class ChannelConverter implements AttributeConverter<Channel, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Channel channel) {
        return channel == null ? null : channel.ordinal() * 10;
    }

    @Override
    public Channel convertToEntityAttribute(Integer number) {
        return number == null ? null : Channel.values()[number / 10];
    }
}
