def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/shop/migrations').listFiles().toList()

assert written.size() == 1
assert written[0].text.contains('''\
    @Override
    public void upgrade(Operations op) {
        op.createTable("customers", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 200).notNull().unique();
            t.varchar("state", 10).notNull().defaultValue("new");
        });
''')
assert scenario.h2('target/shop').heads().size() == 1
assert scenario.h2('target/shop').column('SELECT email FROM customers') == ['ann@acme.example']
scenario.mustSay('left out, since no migration can say it: view newcomers', 'the database is marked as having it')
