def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

assert shop.tables() == ['orders', 'stock', 'totals', 'users']
assert shop.steps().size() == 7
scenario.mustSay('7 revisions applied')
