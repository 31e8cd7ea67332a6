package dev.migrate.bench;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A project of many entities, each with a bit of everything that a mapping can say, until it is closed.
 *
 * @param files its sources and classes
 * @param project its classes and its Hibernate
 */
record WideEntities(MigrationFiles files, ProjectLoader project) implements AutoCloseable {

    private static final String PACKAGE = "app.model";

    static WideEntities compile(int entities) throws IOException {
        MigrationFiles files = MigrationFiles.create("entities");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (int number = 0; number < entities; number++) {
                String name = "app/model/W" + number + ".java";
                files.write(name, source(number));
                sources.add(files.directory().resolve(name));
            }
            List<String> options = List.of("-d", files.directory().toString(), "-proc:none");
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException(said.toString());
            }
        }
        return new WideEntities(files, ProjectLoader.withHibernate(files.directory()));
    }

    OpenModel open() {
        return ModelReaders.open(
                project,
                new ModelRequest(project.classPath(), List.of(), List.of(PACKAGE), Optional.empty(), Map.of()));
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

    @Override
    public void close() throws IOException {
        project.close();
        files.close();
    }
}
