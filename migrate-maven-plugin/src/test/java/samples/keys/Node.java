package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;

@Entity
@Table(name = "tree_node")
public class Node {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nodes")
    @SequenceGenerator(name = "nodes", sequenceName = "node_numbers", initialValue = 100, allocationSize = 5)
    int id;

    @ManyToOne
    Node parent;

    @OneToMany(mappedBy = "parent")
    @MapKeyColumn(name = "edge")
    Map<String, Node> children;

    @ManyToMany
    @JoinTable(
            name = "tree_link",
            joinColumns = @JoinColumn(name = "source"),
            inverseJoinColumns = @JoinColumn(name = "sink"))
    List<Node> links;
}
