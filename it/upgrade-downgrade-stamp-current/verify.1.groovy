def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

assert shop.heads() == ['c3']
assert shop.tables() == ['orders', 'users']
assert shop.steps() == ['up a1 done', 'up b2 done', 'up c3 done']
scenario.mustSay('database jdbc:h2:file:', '3 revisions applied', 'the database went from <base> to c3')
