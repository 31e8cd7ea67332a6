package samples.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

@Entity
@Immutable
@Subselect(
        "select a.id as id, count(c.id) as answers from article a left join Comment c on c.article_id = a.id group by a.id")
public class ArticleActivity {
    @Id
    UUID id;

    long answers;
}
