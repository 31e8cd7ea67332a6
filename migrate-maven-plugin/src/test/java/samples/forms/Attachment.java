package samples.forms;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Foreign keys with actions. */
@Entity
public class Attachment {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    ApplicationForm form;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Attachment follows;

    @ManyToOne
    @JoinColumn(
            foreignKey =
                    @ForeignKey(
                            name = "attachment_checked",
                            foreignKeyDefinition = "foreign key (checked_id) references checked(id) on delete cascade"))
    Checked checked;

    Money fee;
}
