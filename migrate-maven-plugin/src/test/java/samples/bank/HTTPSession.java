package samples.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class HTTPSession {
    @Id
    String sessionID;

    byte[] sessionData;

    @ManyToOne
    UserLogin theUser;
}
