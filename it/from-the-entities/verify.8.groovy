def shop = new Scenario(basedir).h2('target/shop')

assert shop.heads() == []
assert shop.tables() == []
assert shop.column("SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC'") == []
