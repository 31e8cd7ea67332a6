package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "accounts")
public class Account {
    @Id
    @GeneratedValue(generator = "account_numbers")
    @SequenceGenerator(
            name = "account_numbers",
            sequenceName = "account_numbers",
            initialValue = 1000,
            allocationSize = 1)
    long id;

    @Column(nullable = false, unique = true, length = 64)
    String login;

    @Column(nullable = false, length = 100)
    char[] passwordHash;

    boolean locked;

    short failures;
}
