package samples.hostile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;

/** As long as names may be. */
@Entity
@Table(name = "a_name_that_is_just_as_long_as_postgresql_can_take_it_sixty3_x")
public class Longest {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "the_key_of_a_table_with_a_long_name_is_a_long_name_as_well_here")
    Long id;

    @Column(name = "another_column_that_has_a_name_of_sixty_three_characters_in_all", unique = true)
    String other;

    @ManyToOne
    @JoinColumn(name = "the_one_before_this_in_a_chain_of_things_that_have_a_long_name1")
    Longest before;

    @ElementCollection
    @CollectionTable(
            name = "a_name_that_is_just_as_long_as_postgresql_can_take_it_for_a_set",
            joinColumns = @JoinColumn(name = "the_one_that_has_the_set_and_a_name_of_sixty_three_characters_x"))
    @Column(name = "an_element_of_a_set_whose_table_has_a_name_that_is_long_enough_")
    Set<String> set;
}
