def scenario = new Scenario(basedir)

assert scenario.h2('target/of-a-variable').heads() == ['a1']
scenario.mustSay('MIGRATE_URL')
