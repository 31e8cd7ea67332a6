package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

@Embeddable
public class PostalAddress {
    @Column(length = 120)
    String street;

    @Column(length = 12)
    String zip;

    @Column(length = 80, nullable = false)
    String city;

    @ManyToOne
    Country country;
}
