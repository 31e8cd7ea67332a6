package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.PartitionKey;

@Entity
public class Reading {
    @Id
    @GeneratedValue
    Long id;

    @PartitionKey
    int sensor;

    double amount;
}
