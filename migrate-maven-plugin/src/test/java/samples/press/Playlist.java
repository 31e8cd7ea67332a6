package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;

/** A bag whose rows have a key. */
@Entity
public class Playlist extends Kept {
    @ElementCollection
    @CollectionId(column = @Column(name = "entry_id"), generator = "increment")
    @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
    List<String> titles;

    @ElementCollection
    @OrderColumn
    @ListIndexBase(1)
    List<LocalTime> cues;

    @OneToMany
    @JoinColumn(name = "playlist_id")
    @MapKey(name = "fileName")
    Map<String, Upload> files;
}
