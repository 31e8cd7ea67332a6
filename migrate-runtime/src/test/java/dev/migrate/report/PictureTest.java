package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void graphvizGetsEveryRevisionAndEveryLine() {
        assertThat(DotReport.text(Drawn.history())).isEqualTo("""
                digraph history {
                  rankdir=BT;
                  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=10];
                  edge [color="#555555", arrowsize=0.6];
                  "y1" [label="y1 (reports) (head)\\nreports", fillcolor="#d5efd5"];
                  "m4" [label="m4 (head)\\nmerge avatar and orders", shape=hexagon, style=filled, fillcolor="#d5efd5"];
                  "c3" [label="c3 (orders)"];
                  "b2" [label="b2 (current)\\navatar", penwidth=3, color="#b35900"];
                  "a1" [label="a1\\nusers"];
                  "c3" -> "y1" [style=dashed];
                  "b2" -> "m4";
                  "c3" -> "m4";
                  "a1" -> "c3";
                  "a1" -> "b2";
                }
                """);
    }

    @Test
    void mermaidGetsEveryRevisionAndEveryLine() {
        assertThat(MermaidReport.text(Drawn.history())).isEqualTo("""
                flowchart BT
                  n0["y1 (reports) (head)<br/>reports"]
                  n1{{"m4 (head)<br/>merge avatar and orders"}}
                  n2["c3 (orders)"]
                  n3["b2 (current)<br/>avatar"]
                  n4["a1<br/>users"]
                  n2 -.-> n0
                  n3 --> n1
                  n2 --> n1
                  n4 --> n2
                  n4 --> n3
                  classDef head fill:#d5efd5,stroke:#2b7a2b
                  class n0,n1 head
                  classDef current stroke:#b35900,stroke-width:3px
                  class n3 current
                """);
    }

    @Test
    void graphvizTakesHostileTextAsText() {
        assertThat(DotReport.text(Drawn.hostile()))
                .contains(
                        "  \"end\" [label=\"end\\n\\\"quoted\\\" \\\\ and [bracketed] {}\"];\n",
                        "  \"a\\\"b\\\\\" [label=\"a\\\"b\\\\\\n*a* _b_ style:x; größer 漢字 \"];\n",
                        "  \"a\\\"b\\\\\" -> \"v1.0\";\n",
                        "[label=\"v1.0 (head)\\n" + "w".repeat(39) + "…\", fillcolor");
    }

    @Test
    void mermaidTakesHostileTextAsText() {
        assertThat(MermaidReport.text(Drawn.hostile())).isEqualTo("""
                flowchart BT
                  n0["v1#46;0 (head)<br/>%s#8230;"]
                  n1["a#34;b#92;<br/>#42;a#42; #95;b#95; style#58;x#59; größer 漢字 "]
                  n2["graph<br/>1#46; #60;b#62;x#60;#47;b#62; #37;#37;#123;init#58; 1#125;#37;#37; #96;a#96; #35;quot#59;"]
                  n3["end<br/>#34;quoted#34; #92; and #91;bracketed#93; #123;#125;"]
                  n1 --> n0
                  n2 --> n1
                  n3 --> n2
                  classDef head fill:#d5efd5,stroke:#2b7a2b
                  class n0 head
                """.formatted("w".repeat(39)));
    }

    @Test
    void severalHistoriesStandBesideEachOther() {
        assertThat(DotReport.text(Drawn.two())).contains("""
                  subgraph cluster_0 {
                    label="history without a name";
                    "b2" [label="b2 (head)\\nsecond", fillcolor="#d5efd5"];
                    "a1" [label="a1\\nfirst"];
                    "a1" -> "b2";
                  }
                  subgraph cluster_1 {
                    label="history billing";
                    "billing/b2" [label="b2 (head)\\nsecond", fillcolor="#d5efd5"];
                    "billing/a1" [label="a1\\nfirst"];
                    "billing/a1" -> "billing/b2";
                  }
                }
                """);
        assertThat(MermaidReport.text(Drawn.two())).contains("""
                  subgraph s1["history billing"]
                    n2["b2 (head)<br/>second"]
                    n3["a1<br/>first"]
                    n3 --> n2
                  end
                  classDef head fill:#d5efd5,stroke:#2b7a2b
                  class n0,n2 head
                """);
    }
}
