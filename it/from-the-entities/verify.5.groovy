def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/shop/migrations').listFiles().toList().find { it.name != context.first }

assert written.text.contains('''\
    @Override
    public void upgrade(Operations op) {
        op.renameColumn("customers", "email", "mail");
        op.addColumn("customers", c -> c.varchar("nick", 80));
        op.update("customers", u -> u.setExpression("nick", "'no name'").everywhere());
        op.alterTable("customers", t -> {
            t.alterColumn("level", c -> c.enumOf("GOLD", "IRON", "SILVER"));
            t.alterColumn("nick", c -> c.notNull());
        });
        // data loss: its rows are lost
        op.dropTable("vouchers");
    }
''')
scenario.mustSay('[post-write-failed] the command "false" ended with status 1', 'the migration is written and stays')
