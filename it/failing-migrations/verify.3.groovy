def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

scenario.mustSayOnce('[statement-failed]', 'Table "CUSTOMERS" not found')
scenario.mustSay('revision b2', 'next:', 'mvn migrate:upgrade')
assert shop.heads() == ['a1']
assert shop.steps() == ['up a1 done', 'up b2 failed']
