package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class HomeAddress {
    String streetLine1;

    String streetLine2;

    @Column(length = 10)
    String postCode;

    String cityName;
}
