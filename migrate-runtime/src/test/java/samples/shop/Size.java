package samples.shop;

import jakarta.persistence.AttributeConverter;

public enum Size {
    SMALL("s"),
    LARGE("l");

    private final String letter;

    Size(String letter) {
        this.letter = letter;
    }

    public static class Converter implements AttributeConverter<Size, String> {
        @Override
        public String convertToDatabaseColumn(Size size) {
            return size == null ? null : size.letter;
        }

        @Override
        public Size convertToEntityAttribute(String letter) {
            return letter == null ? null : letter.equals("s") ? SMALL : LARGE;
        }
    }
}
