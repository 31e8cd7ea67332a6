def development = new Scenario(basedir).h2('target/development')

assert development.column('SELECT version_num FROM shop_version') == ['a1']
