def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/notes/migrations').listFiles().toList()

assert written.size() == 1
assert written[0].text.replaceFirst(/id = "\w{12}"/, 'id = "…"').replaceFirst(/R\d{8}_/, 'R_') == '''/*
 * The house of Acme: baseline
 */
package com.acme.notes.migrations;

import dev.migrate.*;

@Revision(id = "…", message = "baseline")
public class R_Baseline implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("blog_post", t -> {
            t.uuid("id").primaryKey();
            t.timestamp("published_at");
            t.varchar("short_title", 255).notNull();
        });
        op.createTable("blog_post_tag_names", t -> {
            t.uuid("blog_post_id").notNull().references("blog_post", "id");
            t.varchar("tag_names", 255);
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("blog_post_tag_names");
        op.dropTable("blog_post");
    }
}
'''
scenario.mustSay(
        'model: entities of this project, 1 mapped class\n',
        'SpringImplicitNamingStrategy (what Spring Boot 3 does unless told otherwise)',
        'hibernate.type.preferred_instant_jdbc_type = TIMESTAMP')
scenario.mustNotSay('s3cret')
