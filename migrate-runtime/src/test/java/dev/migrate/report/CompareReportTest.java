package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.execute.CompareResult;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareReportTest {

    @Test
    void aValueThatNoRowGetsIsTold() {
        ObjectName column = ObjectName.of(ObjectName.Kind.COLUMN, TableName.parse("users"), "nmae");
        SchemaDiff diff = new SchemaDiff(
                List.of(),
                List.of(),
                Optional.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(column),
                List.of());
        CompareResult result = new CompareResult(
                "h2 2.4, PUBLIC",
                diff,
                List.of(),
                List.of(),
                Dialects.offline("h2:2.4.240").identifierLimit(),
                false,
                Optional.empty());

        assertThat(CompareReport.text(result)).isEqualTo("""
                no difference between the model and h2 2.4, PUBLIC
                named in migrate.fill, and no row gets a value in it:
                  column users.nmae
                """);
        assertThat(CompareReport.json(result, "")).contains("\"unused\": [\"column users.nmae\"]");
    }
}
