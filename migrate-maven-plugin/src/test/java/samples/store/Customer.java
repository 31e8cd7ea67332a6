package samples.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.Set;

@Entity
@Table(
        name = "customers",
        indexes = {
            @Index(name = "customers_by_name", columnList = "lastName, firstName"),
            @Index(columnList = "changedAt desc")
        },
        uniqueConstraints = @UniqueConstraint(name = "customers_number", columnNames = "customer_number"))
public class Customer extends Stored {
    @Column(name = "customer_number", nullable = false, length = 20)
    String number;

    @Column(nullable = false)
    String firstName;

    @Column(nullable = false)
    String lastName;

    @Column(unique = true)
    String email;

    LocalDate birthday;

    @Embedded
    PostalAddress home;

    @ElementCollection
    Set<String> phones;

    @ElementCollection
    @CollectionTable(name = "customer_interests", joinColumns = @JoinColumn(name = "customer"))
    @Column(name = "interest", length = 40, nullable = false)
    Set<String> interests;

    @ManyToOne
    CustomerGroup customerGroup;

    @OneToOne
    Account account;

    @ManyToMany
    Set<Newsletter> newsletters;
}
