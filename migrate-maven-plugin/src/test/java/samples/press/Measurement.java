package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Every other plain type. */
@Entity
public class Measurement extends Kept {
    boolean flag;

    Boolean boxedFlag;

    byte tiny;

    Short small;

    int whole;

    Long large;

    float single;

    Double twice;

    char letter;

    Character boxedLetter;

    char[] letters;

    Character[] boxedLetters;

    byte[] bytes;

    BigDecimal amount;

    @Column(precision = 19, scale = 4)
    BigDecimal exact;

    BigInteger huge;

    @Column(length = 1)
    String one;

    @Column(length = 70_000)
    String text;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 5)
    String fixed;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String endless;

    @JdbcTypeCode(SqlTypes.NVARCHAR)
    String national;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID textualId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 16)
    UUID binaryId;

    @JdbcTypeCode(SqlTypes.TINYINT)
    int packed;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    @Column(precision = 8, scale = 1)
    Double rounded;

    int[] numbers;

    long[] longNumbers;

    double[] samples;

    boolean[] switches;

    UUID[] related;

    LocalDate[] days;

    Class<?> reader;
}
