package samples.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;

/** Columns that the database computes. */
@Entity
@Table(name = "computed")
public class Computed {
    @Id
    @GeneratedValue
    Long id;

    int width;

    int height;

    @GeneratedColumn("width * height")
    Integer area;

    @Column(nullable = false, length = 50)
    String firstName;

    @Column(length = 50)
    String lastName;

    @GeneratedColumn("upper(lastName)")
    @Column(length = 50)
    String sortName;

    @Generated
    @ColumnDefault("1")
    int counter;

    @ColumnTransformer(write = "lower(?)")
    String folded;
}
