package samples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
    @Column(length = 80)
    String street;

    @Column(length = 80, nullable = false)
    String city;

    @Column(columnDefinition = "char(2)")
    String country;
}
