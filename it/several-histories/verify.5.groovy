def both = new Scenario(basedir).h2('target/billing')

assert both.tables() == ['orders', 'users']
assert both.heads() == []
assert both.column('SELECT version_num FROM migrate_version_shop') == ['b2']
assert both.steps() == ['up a1 done', 'up a1 done', 'up b2 done', 'down a1 done']
