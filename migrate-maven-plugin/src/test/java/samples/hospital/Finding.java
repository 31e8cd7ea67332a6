package samples.hospital;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** And with one character, and what is read by its getters. */
@Entity
@DiscriminatorColumn(name = "k", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("f")
@Access(AccessType.PROPERTY)
public class Finding {
    private Long id;
    private String text;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Column(length = 1000)
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
