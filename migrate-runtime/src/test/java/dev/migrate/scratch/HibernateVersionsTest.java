package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.operation.SchemaLines;
import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each Hibernate in the class loader of a project of its own. */
class HibernateVersionsTest {

    @Test
    void hibernate64() throws SQLException, IOException {
        assertThat(otherwiseThanFrom66("6.4", "Hibernate ORM 6.4.")).isEqualTo("""
                -  Column[name=status, type=EnumOf[values=[ACTIVE, BLOCKED, NEW]], defaultValue=Optional[Text[value=NEW]]]
                +  Column[name=status, type=VarChar[length=255], defaultValue=Optional[Text[value=NEW]]]
                +  CheckConstraint[name=ck_customers_status, condition=status in ('NEW','ACTIVE','BLOCKED')]""");
    }

    @Test
    void hibernate70() throws SQLException, IOException {
        assertThat(otherwiseThanFrom66("7.0", "Hibernate ORM 7.0.")).isEqualTo("""
                -  Column[name=deliverat, type=Time[precision=6], nullable=true]
                +  Column[name=deliverat, type=Time[precision=0], nullable=true]
                +  CheckConstraint[name=ck_product_kind, condition=kind in ('Product','Book','Download')]
                +  CheckConstraint[name=ck_product_size, condition=size in ('s','l')]""");
    }

    @Test
    void theNewest() throws SQLException, IOException {
        assertThat(otherwiseThanFrom66("newest", "Hibernate ORM 7.")).isEqualTo("""
                -  Column[name=deliverat, type=Time[precision=6], nullable=true]
                +  CheckConstraint[name=ck_customer_formerhomes_place, condition=place>=0]
                +  UniqueConstraint[name=uq_customer_phones_customer_id_phone, columns=[customer_id, phone]]
                +  Column[name=deliverat, type=Time[precision=0], nullable=true]
                +  CheckConstraint[name=ck_product_kind, condition=kind in ('Product','Book','Download')]
                +  CheckConstraint[name=ck_product_kind_bytes, condition=kind <> 'Download' or (bytes is not null)]
                +  CheckConstraint[name=ck_product_size, condition=size in ('s','l')]""");
    }

    /** What the shop is otherwise, line by line. */
    private static String otherwiseThanFrom66(String version, String provider) throws SQLException, IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (ProjectLoader project = ProjectLoader.withHibernate(version, Samples.classes())) {
            OpenModel model = ModelReaders.open(
                    project,
                    new ModelRequest(
                            project.classPath(),
                            List.of(Samples.classes()),
                            List.of("samples.shop"),
                            Optional.empty(),
                            Map.of()));

            DesiredModel shop = Samples.onH2(model);

            assertThat(shop.from()).startsWith(provider);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            List<String> lines = lines(shop);
            List<String> usual = lines(Samples.onH2(Samples.shop()));
            return Stream.concat(
                            usual.stream().filter(line -> !lines.contains(line)).map(line -> "-" + line),
                            lines.stream().filter(line -> !usual.contains(line)).map(line -> "+" + line))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<String> lines(DesiredModel model) {
        return SchemaLines.of(model.schema()).lines().toList();
    }
}
