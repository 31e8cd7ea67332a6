package dev.migrate.execute;

import dev.migrate.operation.Bytes;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SchemaModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** A value that a column of a type takes, the same each time; none for types that only the database knows. */
final class SampleValues implements ColumnType.Visitor<Optional<Object>> {

    private static final String TEXT = "sample";
    private static final Bytes BYTES = new Bytes(new byte[] {1});
    private static final LocalDateTime MOMENT = LocalDateTime.of(2001, 2, 3, 4, 5, 6);

    private final SchemaModel schema;

    /**
     * @param schema where enum types are
     */
    SampleValues(SchemaModel schema) {
        this.schema = schema;
    }

    @Override
    public Optional<Object> integer(ColumnType.IntegerType type) {
        return Optional.of(1L);
    }

    @Override
    public Optional<Object> bool(ColumnType.Bool type) {
        return Optional.of(true);
    }

    @Override
    public Optional<Object> decimal(ColumnType.Decimal type) {
        return Optional.of(type.precision() > type.scale() ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    @Override
    public Optional<Object> floating(ColumnType.Floating type) {
        return Optional.of(1.0);
    }

    @Override
    public Optional<Object> varchar(ColumnType.VarChar type) {
        return text(type.length());
    }

    @Override
    public Optional<Object> character(ColumnType.Char type) {
        return text(type.length());
    }

    private static Optional<Object> text(int length) {
        return Optional.of(TEXT.substring(0, Math.min(length, TEXT.length())));
    }

    @Override
    public Optional<Object> text(ColumnType.Text type) {
        return Optional.of(TEXT);
    }

    @Override
    public Optional<Object> binary(ColumnType.Binary type) {
        return Optional.of(new Bytes(new byte[type.length()]));
    }

    @Override
    public Optional<Object> varbinary(ColumnType.VarBinary type) {
        return Optional.of(BYTES);
    }

    @Override
    public Optional<Object> blob(ColumnType.Blob type) {
        return Optional.of(BYTES);
    }

    @Override
    public Optional<Object> date(ColumnType.Date type) {
        return Optional.of(LocalDate.from(MOMENT));
    }

    @Override
    public Optional<Object> time(ColumnType.Time type) {
        return Optional.of(LocalTime.from(MOMENT));
    }

    @Override
    public Optional<Object> timestamp(ColumnType.Timestamp type) {
        return Optional.of(MOMENT);
    }

    @Override
    public Optional<Object> timestampTz(ColumnType.TimestampTz type) {
        return Optional.of(OffsetDateTime.of(MOMENT, ZoneOffset.UTC));
    }

    @Override
    public Optional<Object> uuid(ColumnType.Uuid type) {
        return Optional.of(new UUID(0, 1));
    }

    @Override
    public Optional<Object> json(ColumnType.Json type) {
        return Optional.of("{}");
    }

    @Override
    public Optional<Object> enumOf(ColumnType.EnumOf type) {
        return type.values().stream().findFirst().map(value -> value);
    }

    @Override
    public Optional<Object> named(ColumnType.Named type) {
        return type.array()
                ? Optional.empty()
                : schema.find(EnumType.class, type.name())
                        .flatMap(known -> known.values().stream().findFirst());
    }

    @Override
    public Optional<Object> raw(ColumnType.Raw type) {
        return Optional.empty();
    }
}
