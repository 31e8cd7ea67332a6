package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** What is no name without quotes. */
@Entity
@Table(name = "`with space`")
public class Spaced {
    @Id
    @GeneratedValue
    Long id;

    @Column(name = "`a b`")
    String ab;

    @Column(name = "`it's`")
    String quote;

    @Column(name = "`semi;colon--`")
    String semicolon;

    @Column(name = "`1st`")
    int first;

    @Column(name = "`\u00e4\u00f6\u00fc`")
    String umlauts;

    @Column(name = "`dash-ed`")
    @ColumnDefault("'dash-ed'")
    String dashed;

    @Column(name = "`per%cent`")
    int percent;

    @Column(name = "`dollar$`")
    int dollar;

    @Column(name = "`class`")
    int javaKeyword;
}
