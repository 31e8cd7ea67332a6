package samples.press;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "article", indexes = @Index(name = "article_published", columnList = "publishedAt desc, slug"))
public class Article extends Kept {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Site site;

    @Column(nullable = false, length = 180)
    String slug;

    @Nationalized
    @Column(nullable = false, length = 300)
    String title;

    @Lob
    String body;

    @Lob
    @Nationalized
    String translatedBody;

    @Column(length = 20_000_000)
    String archivedBody;

    Instant publishedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> metadata;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    Layout layout;

    String[] keywords;

    List<Integer> ratings;

    @Embedded
    Meta meta;

    @ElementCollection
    @CollectionTable(name = "article_block", joinColumns = @JoinColumn(name = "article"))
    @OrderColumn
    List<Block> blocks;

    @ElementCollection
    @MapKeyColumn(name = "language", length = 8)
    @Column(name = "teaser", length = 500)
    Map<String, String> teasers;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Channel, LocalDate> plans;

    @ManyToMany
    @JoinTable(name = "article_author")
    @OrderColumn(name = "rank_no")
    List<Author> authors;

    @ElementCollection
    @SortNatural
    SortedSet<String> tags;
}
