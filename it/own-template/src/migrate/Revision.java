/*
 * The house of Acme. ${comment}
 */
package ${package};

import dev.migrate.*;

${annotation}
public final class ${class} implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("from_template", t -> t.bigint("id").identity().primaryKey());
    }
}
