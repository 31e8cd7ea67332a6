def scenario = new Scenario(basedir)
def shop = scenario.h2('target/shop')

assert shop.heads() == ['b2']
assert shop.tables() == []
scenario.mustSay('stamped: the version table held <base>, now it holds b2')
