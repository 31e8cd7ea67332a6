package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Set;

@Entity
@Table(name = "subscription")
public class Subscription extends Kept {
    @Column(nullable = false)
    String address;

    @ElementCollection(targetClass = Channel.class)
    @Enumerated(EnumType.STRING)
    Set<Channel> channels;

    @ManyToMany
    @MapKeyJoinColumn(name = "site_id")
    Map<Site, Author> favourites;
}
