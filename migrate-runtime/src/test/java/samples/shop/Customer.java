package samples.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(
        name = "customers",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "customers_by_number",
                    columnNames = {"region", "number"}),
            @UniqueConstraint(columnNames = {"externalId"})
        },
        indexes = {
            @Index(name = "customers_by_name", columnList = "lastName, firstName desc"),
            @Index(columnList = "lastSeen")
        })
@Check(name = "customers_credit_is_not_negative", constraints = "credit >= 0")
@Comment("People who buy; it's theirs")
public class Customer extends Base {
    public enum Status {
        NEW,
        ACTIVE,
        BLOCKED
    }

    @Column(unique = true, nullable = false, length = 320)
    String email;

    String firstName;

    @Column(nullable = false)
    @Comment("the family's name")
    String lastName;

    @Column(nullable = false)
    String region;

    @Column(nullable = false)
    int number;

    UUID externalId;

    java.time.LocalDateTime lastSeen;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @ColumnDefault("'NEW'")
    Status status;

    @Enumerated(EnumType.ORDINAL)
    Status formerStatus;

    @ColumnDefault("0")
    long credit;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "bill_street"))
    @AttributeOverride(name = "city", column = @Column(name = "bill_city"))
    @AttributeOverride(name = "country", column = @Column(name = "bill_country", length = 3))
    Address billing;

    @Lob
    String notes;

    boolean newsletter;

    @ElementCollection
    @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer_id"))
    @Column(name = "phone", length = 32)
    Set<String> phones;

    @ElementCollection
    @OrderColumn(name = "place")
    List<Address> formerHomes;

    @ElementCollection
    @MapKeyColumn(name = "name", length = 40)
    @Column(name = "content", length = 2000)
    Map<String, String> preferences;

    @OneToMany(mappedBy = "customer")
    List<PurchaseOrder> orders;
}
