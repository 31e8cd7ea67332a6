package samples.forms;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Comment;

/** Comments that try to get out of their quotes. */
@Entity
@Comment("'; drop table checked; --")
public class Commented {
    @Id
    @GeneratedValue
    @Comment("it's ''twice''")
    Long id;

    @Comment("\"double\" and `back` and \\ and \\'")
    String backs;

    @Comment("two\nlines")
    String twoLines;

    @Comment("100%s {0} ${x} \u20ac \ud83d\ude00")
    String signs;

    @ManyToOne
    @Comment("an owner's form")
    ApplicationForm form;
}
