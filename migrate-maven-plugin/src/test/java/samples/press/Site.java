package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

@Entity
@Table(name = "site")
public class Site extends Kept {
    @Column(nullable = false, length = 253, unique = true)
    String host;

    Locale language;

    TimeZone timeZone;

    ZoneId zone;

    Currency currency;

    URL feed;

    @ElementCollection
    @OrderColumn(name = "place", nullable = false)
    @Column(name = "alias", nullable = false, length = 253)
    List<String> aliases;
}
