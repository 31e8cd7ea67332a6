package samples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
public class Tag {
    @Id
    @TableGenerator(name = "tags", table = "numbers", pkColumnName = "what", valueColumnName = "next_one")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tags")
    int id;

    @Column(unique = true)
    String name;
}
