def shop = new Scenario(basedir).h2('target/shop')

assert shop.steps() == ['up a1 done', 'up b2 done']
assert shop.tables() == ['users']

new Scenario(basedir).mustSay('b2 (head)')
