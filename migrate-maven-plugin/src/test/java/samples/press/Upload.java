package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import org.hibernate.annotations.SoftDelete;

@Entity
@SoftDelete
public class Upload extends Kept {
    @Column(nullable = false)
    String fileName;

    @Lob
    Blob content;

    @Lob
    Clob extractedText;

    @Column(length = 32)
    byte[] hash;

    @Column(length = 70_000)
    byte[] thumbnail;

    BigInteger size;
}
