package samples.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** Every type of time. */
@Entity
public class Timetable extends Kept {
    Instant anInstant;

    @FractionalSeconds(0)
    Instant wholeSeconds;

    LocalDate aDay;

    LocalTime aTime;

    LocalDateTime aDateTime;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime offsetDateTime;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zoned_offset")
    ZonedDateTime zonedDateTime;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    OffsetDateTime normalized;

    OffsetTime offsetTime;

    Duration duration;

    Year aYear;

    ZoneOffset zoneOffset;

    @Temporal(TemporalType.TIMESTAMP)
    Date legacyTimestamp;

    @Temporal(TemporalType.DATE)
    Date legacyDate;

    @Temporal(TemporalType.TIME)
    Date legacyTime;

    Calendar calendar;

    java.sql.Timestamp sqlTimestamp;

    @FractionalSeconds(3)
    java.sql.Timestamp milliseconds;
}
