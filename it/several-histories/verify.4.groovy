def both = new Scenario(basedir).h2('target/billing')

// "a1" is a revision of each
assert both.tables() == ['invoices', 'orders', 'users']
assert both.heads() == ['a1']
assert both.column('SELECT version_num FROM migrate_version_shop') == ['b2']
