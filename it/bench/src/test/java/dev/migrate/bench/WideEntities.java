package dev.migrate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many entities, each with a bit of everything that a mapping can say. */
final class WideEntities {

    static final String PACKAGE = "app.model";

    private WideEntities() {}

    static Entities compile(int entities) throws IOException {
        MigrationFiles files = MigrationFiles.create("entities");
        List<Path> sources = new ArrayList<>();
        for (int number = 0; number < entities; number++) {
            String name = "app/model/W" + number + ".java";
            files.write(name, source(number));
            sources.add(files.directory().resolve(name));
        }
        return Entities.compile(files, sources);
    }

    private static String source(int number) {
        return """
                package app.model;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.LocalDate;
                import java.time.LocalDateTime;
                import java.util.Map;
                import org.hibernate.annotations.Check;
                import org.hibernate.annotations.ColumnDefault;
                import org.hibernate.annotations.Comment;
                import org.hibernate.annotations.JdbcTypeCode;
                import org.hibernate.annotations.OnDelete;
                import org.hibernate.annotations.OnDeleteAction;
                import org.hibernate.type.SqlTypes;

                @Entity
                @Comment("table %1$d")
                @Check(name = "w%1$d_stock", constraints = "stock >= 0")
                @Table(
                        name = "w%1$d",
                        indexes = {
                            @Index(name = "w%1$d_by_name", columnList = "name"),
                            @Index(columnList = "active, created_at")
                        })
                class W%1$d {
                    enum Kind { SMALL, LARGE }

                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @Column(length = 40, nullable = false, unique = true) String code;
                    @Comment("as people say it") @Column(length = 120, nullable = false) String name;
                    @Lob String description;
                    @ColumnDefault("0") @Column(precision = 12, scale = 2, nullable = false) BigDecimal price;
                    @ColumnDefault("1") int stock;
                    @ColumnDefault("true") boolean active;
                    @Column(name = "valid_from") LocalDate validFrom;
                    @Column(name = "created_at", nullable = false) LocalDateTime createdAt;
                    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> settings;
                    @Enumerated(EnumType.STRING) Kind kind;
                    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) @JoinColumn(name = "parent_id") W%2$d parent;
                }
                """.formatted(number, Math.max(0, number - 1));
    }
}
