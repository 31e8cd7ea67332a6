package samples.hospital;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

@MappedSuperclass
public abstract class Inventoried {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inventory")
    @jakarta.persistence.SequenceGenerator(name = "inventory", sequenceName = "inventory_numbers", allocationSize = 10)
    Long inventoryNumber;

    LocalDate bought;
}
