def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

scenario.mustSay('history shop')
assert shop.tables() == ['orders', 'users']
assert shop.column('SELECT version_num FROM migrate_version_shop') == ['b2']
assert !scenario.file('target/billing.mv.db').exists()
