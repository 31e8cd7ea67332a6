package samples.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.List;

@Entity
public class Edition {
    @Id
    LocalDate editionDay;

    @ManyToOne
    @JoinColumn(name = "front_page", nullable = false)
    Article frontPage;

    @OneToMany
    @JoinTable(name = "edition_article", inverseJoinColumns = @JoinColumn(name = "article_id", unique = false))
    List<Article> articles;
}
