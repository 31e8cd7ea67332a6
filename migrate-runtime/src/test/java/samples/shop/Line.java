package samples.shop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.io.Serializable;

@Entity
public class Line {
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        Long orderId;
        int place;
    }

    @EmbeddedId
    Key id;

    @ManyToOne
    @MapsId("orderId")
    PurchaseOrder order;

    @ManyToOne(optional = false)
    Product product;

    double quantity;
    float discount;
}
