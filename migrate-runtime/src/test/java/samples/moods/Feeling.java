package samples.moods;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Feeling {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @ColumnDefault("'FINE'")
    Mood mood;
}
