def shop = new Scenario(basedir).h2('shop/target/shop')

assert shop.tables() == []
assert shop.column('SELECT version_num FROM migrate_version_shop') == []
