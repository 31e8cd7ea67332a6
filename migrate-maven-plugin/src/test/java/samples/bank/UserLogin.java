package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class UserLogin extends AbstractEntity {
    @Column(unique = true, length = 80)
    String loginName;

    String passwordHash;

    @ManyToMany
    Set<UserRole> userRoles;

    boolean twoFactorEnabled;
}
