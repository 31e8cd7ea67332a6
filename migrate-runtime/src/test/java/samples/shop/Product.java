package samples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 16)
public class Product extends Base {
    @Column(nullable = false, unique = true, length = 40)
    String sku;

    @Convert(converter = YesNoConverter.class)
    boolean listed;

    @Convert(converter = Size.Converter.class)
    Size size;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "features")
    java.util.Map<String, String> features;

    byte[] thumbnail;

    @ManyToMany
    @JoinTable(
            name = "product_tags",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    Set<Tag> tags;

    @ManyToMany
    Set<Product> related;

    @Entity(name = "Book")
    public static class Book extends Product {
        @Column(length = 17)
        String isbn;
    }

    @Entity(name = "Download")
    public static class Download extends Product {
        long bytes;
    }
}
