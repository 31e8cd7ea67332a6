package com.acme.migrations;

import dev.migrate.*;
import java.math.BigDecimal;

@Revision(id = "r0", message = "change DifficultWords")
public final class DifficultWords implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("\"class \"\"A.B\"\" \\u0022\"", t -> {
            t.bigint("select")
                    .notNull()
                    .comment("It's 100 % \"quoted\": \\u000a is no line break, */ and /* end no comment, and a "
                            + "tab\tis one.\nA second line, which is ${upgrade} so long that it goes on and on and "
                            + "on, beyond what one line holds.");
            t.varchar("ü 中", 10).defaultValue("\"\"\"\u202e\\");
            t.decimal("rate", 10, 4).defaultValue(new BigDecimal("0.0625"));
            t.check("ck_\"", """
                    "select" <> 0
                      AND "ü 中" <> '\"\"\"\\'  \s
                      AND rate > 0""", c -> c.named("ck_\""));
            t.comment("It's 100 % \"quoted\": \\u000a is no line break, */ and /* end no comment, and a tab\tis "
                    + "one.\nA second line, which is ${upgrade} so long that it goes on and on and on, beyond what "
                    + "one line holds.");
        });
        op.renameColumn("\"class \"\"A.B\"\" \\u0022\"", "select", "a\"b");
    }

    @Override
    public void downgrade(Operations op) {
        // loses data: the rows of "class ""A.B"" \\u0022" \\u000a */ U+202E
        op.dropTable("\"class \"\"A.B\"\" \\u0022\"");
    }
}
