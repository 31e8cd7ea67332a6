package dev.migrate.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RevisionEntryTest {

    private static final RevisionEntry FULL = new RevisionEntry(
            new RevisionNode("m1", List.of("a", "b"), List.of("c"), List.of("left", "right")),
            "billing",
            "merge: \"a\"\nand b \\ n",
            "app.Outer$Merge",
            Optional.of(new SourcePosition("Outer.java", 12, 5)),
            Optional.of("1:ab12"),
            Optional.of("it cannot"));

    private static final RevisionEntry BARE = new RevisionEntry(
            new RevisionNode("a", List.of(), List.of(), List.of()),
            "",
            "",
            "A",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void theTextHasALineForEachThingThereIsToSay() {
        assertThat(FULL.text() + BARE.text()).isEqualTo("""
                        revision m1
                        follows a
                        follows b
                        depends c
                        label left
                        label right
                        history billing
                        message merge: "a"\\nand b \\\\ n
                        class app.Outer$Merge
                        source Outer.java:12:5
                        checksum 1:ab12
                        irreversible it cannot
                        revision a
                        class A
                        """);
    }

    @Test
    void aLineOfANewerProcessorIsSkipped() {
        String text = BARE.text() + "colour blue\n";

        assertThat(RevisionEntry.parse(List.of(text))).containsExactly(BARE);
    }

    @Test
    void whatIsNoEntryIsRefused() {
        assertThatThrownBy(() -> RevisionEntry.parse(List.of("class A\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an entry of a revision index: class A\n");
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("entries") List<RevisionEntry> entries, @ForAll int seed) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.text()));

        assertThat(RevisionEntry.parse(cut(text.toString(), seed))).isEqualTo(entries);
    }

    /** Pieces of any length: a constant may end anywhere. */
    private static List<String> cut(String text, int seed) {
        List<String> pieces = new ArrayList<>();
        int length = 1 + Math.floorMod(seed, 50);
        for (int at = 0; at < text.length(); at += length) {
            pieces.add(text.substring(at, Math.min(text.length(), at + length)));
        }
        return pieces;
    }

    @Provide
    Arbitrary<List<RevisionEntry>> entries() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab \\nr\n\r\t\":\u2028\ud83d\ude00")
                .ofMaxLength(8);
        Arbitrary<List<String>> texts = text.list().ofMaxSize(3);
        Arbitrary<RevisionNode> node =
                Combinators.combine(text, texts, texts, texts).as(RevisionNode::new);
        Arbitrary<SourcePosition> position = Combinators.combine(
                        text,
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(1, 200))
                .as(SourcePosition::new);
        return Combinators.combine(node, text, text, text, position.optional(), text.optional(), text.optional())
                .as(RevisionEntry::new)
                .list()
                .ofMaxSize(4);
    }
}
