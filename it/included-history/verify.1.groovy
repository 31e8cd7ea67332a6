def scenario = new Scenario(basedir)
def shop = scenario.h2('shop/target/shop')

// all heads: that of the library stays one
assert shop.tables() == ['audit_log', 'orders', 'users']
assert shop.column('SELECT version_num FROM migrate_version_shop') == ['b2']
assert shop.steps().sort() == ['up a1 done', 'up b2 done', 'up l1 done']
assert !scenario.file('audit/target/audit.mv.db').exists()
assert !scenario.file('metrics/target/metrics.mv.db').exists()
