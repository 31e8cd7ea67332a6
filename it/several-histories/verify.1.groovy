def scenario = new Scenario(basedir)

scenario.mustSay(
        '[ambiguous-history] this module has 2 histories: billing, shop',
        'mvn migrate:upgrade -Dmigrate.history=billing',
        'mvn migrate:upgrade -Dmigrate.history=shop')
assert !scenario.file('target/shop.mv.db').exists()
assert !scenario.file('target/billing.mv.db').exists()
