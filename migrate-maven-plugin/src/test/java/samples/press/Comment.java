package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.TenantId;

@Entity
public class Comment extends Kept {
    @ManyToOne(optional = false)
    Article article;

    @ManyToOne
    Comment answers;

    @Column(nullable = false, length = 10_000)
    String text;

    @TenantId
    String tenant;
}
