def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

assert shop.heads() == ['b2']
assert shop.tables() == ['users']
assert shop.steps().last() == 'down c3 done'
scenario.mustSay('1 revision undone', 'the database went from c3 to b2')
