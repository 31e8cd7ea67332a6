package samples.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Every way to keep an enum. */
@Entity
@Comment("what a person's form says; \"quoted\", it's 100% \\ \u00e4\u00f6\u00fc")
@Table(name = "application_form")
public class ApplicationForm {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Comment("the form's number")
    Long id;

    Status ordinal;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false)
    Status neededOrdinal;

    @Enumerated(EnumType.STRING)
    Status named;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    Status neededName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 20)
    Status asText;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    Status asDefined;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @ColumnDefault("'DRAFT'")
    @Column(length = 10, nullable = false)
    Status withDefault;

    @Convert(converter = PriorityConverter.class)
    Priority priority;

    Channel channel;

    @Convert(converter = YesNoConverter.class)
    boolean yesNo;

    @Convert(converter = TrueFalseConverter.class)
    Boolean trueFalse;

    @Convert(converter = NumericBooleanConverter.class)
    boolean asNumber;

    Set<Status> statusSet;

    Status[] several;

    @ElementCollection
    Set<Priority> priorities;

    Single single;

    @Enumerated(EnumType.STRING)
    Bodies bodies;
}
