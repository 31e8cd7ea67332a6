package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.execute.BranchesResult;
import dev.migrate.execute.CurrentResult;
import dev.migrate.execute.DatabaseInfo;
import dev.migrate.execute.EnsureVersionResult;
import dev.migrate.execute.EnvironmentMark;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.RunResult.StepResult;
import dev.migrate.execute.ShowResult;
import dev.migrate.execute.StampResult;
import dev.migrate.execute.StepInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final DatabaseInfo DATABASE = new DatabaseInfo("mariadb", "11.4.5", "shop", "migrate_version");
    private static final RevisionDetail B2 = Drawn.history().revisions().get(3);

    private static final String B2_TEXT = """
            {
              "id": "b2",
              "history": "",
              "message": "avatar\\n\\nof every user",
              "downRevisions": ["a1"],
              "dependsOn": [],
              "branchLabels": [],
              "labels": [],
              "next": ["m4"],
              "dependents": [],
              "base": false,
              "head": false,
              "effectiveHead": false,
              "branchPoint": false,
              "mergePoint": false,
              "current": true,
              "applied": true,
              "className": "app.Rb2",
              "place": "Rb2"
            }""";

    @Test
    void aRevisionIsTheSameObjectEverywhere() {
        assertThat(JsonReport.text(new ShowResult(List.of(B2))))
                .isEqualTo("{\n  \"revisions\": [\n" + B2_TEXT.indent(4) + "  ]\n}\n");
        assertThat(JsonReport.written(B2, "src/R.java"))
                .isEqualTo("{\n  \"revision\": " + B2_TEXT.indent(2).strip() + ",\n  \"file\": \"src/R.java\"\n}\n");
        assertThat(JsonReport.text(new BranchesResult(List.of(new BranchesResult.BranchPoint(B2, List.of(B2))))))
                .isEqualTo("{\n  \"branchPoints\": [\n    {\n      \"revision\": "
                        + B2_TEXT.indent(6).strip() + ",\n      \"children\": [\n" + B2_TEXT.indent(8)
                        + "      ]\n    }\n  ]\n}\n");
        assertThat(JsonReport.text(new CurrentResult(DATABASE, EnvironmentMark.NONE, List.of(B2), false)))
                .isEqualTo("""
                {
                  "database": {
                    "product": "mariadb",
                    "version": "11.4.5",
                    "schema": "shop",
                    "versionTable": "migrate_version"
                  },
                  "mark": {
                    "environment": "",
                    "production": false
                  },
                  "atHeads": false,
                  "revisions": [
                %s  ]
                }
                """.formatted(B2_TEXT.indent(4)));
    }

    @Test
    void whatADatabaseIsHasAPlaceOfItsOwn() {
        assertThat(JsonReport.text(new EnsureVersionResult(
                        DATABASE, List.of("migrate_info"), EnvironmentMark.NONE, new EnvironmentMark("prod", true))))
                .endsWith("""
                          "created": ["migrate_info"],
                          "before": {
                            "environment": "",
                            "production": false
                          },
                          "after": {
                            "environment": "prod",
                            "production": true
                          }
                        }
                        """);
    }

    @Test
    void aRunTellsItsSteps() {
        StepResult step = new StepResult(new StepInfo("b2", "avatar", true, List.of("a1")), 1, 40);

        assertThat(JsonReport.text(new RunResult(DATABASE, List.of("a1"), List.of("b2"), List.of(step), 3_456)))
                .endsWith("""
                          "before": ["a1"],
                          "after": ["b2"],
                          "steps": [
                            {
                              "revision": "b2",
                              "direction": "up",
                              "downRevisions": ["a1"],
                              "message": "avatar",
                              "statements": 1,
                              "millis": 40
                            }
                          ],
                          "statements": 1,
                          "millis": 3456
                        }
                        """);
    }

    @Test
    void aStampTellsBothStatesOfTheTable() {
        assertThat(JsonReport.text(new StampResult(DATABASE, List.of(), List.of("b2", "c3"))))
                .endsWith("""
                          "before": [],
                          "after": ["b2", "c3"]
                        }
                        """);
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "\"quotes\" \\ \b\t\r\n \u2028 größer 漢字 \ud83d\ude00 \ud83d";

        assertThat(new Json().put("a", hostile).text())
                .isEqualTo(
                        "{\n  \"a\": \"\\\"quotes\\\" \\\\ \\u0008\\t\\r\\n \\u2028 größer 漢字 \ud83d\ude00 \\ud83d\"\n}\n");
    }

    @Test
    void whatWasNotFoundIsAnEmptyArray() {
        assertThat(JsonReport.text(new ShowResult(List.of()))).isEqualTo("{\n  \"revisions\": []\n}\n");
    }
}
