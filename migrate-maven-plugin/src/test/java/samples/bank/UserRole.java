package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class UserRole {
    @Id
    @Column(length = 40)
    String roleName;

    @ManyToMany(mappedBy = "userRoles")
    Set<UserLogin> userLogins;
}
