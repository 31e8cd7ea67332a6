def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

assert shop.tables() == ['orders', 'users']
assert shop.column('SELECT version_num FROM migrate_version_shop') == ['b2']
assert !scenario.file('target/billing.mv.db').exists()
scenario.mustSay('history shop')
