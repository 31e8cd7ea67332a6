def shop = new Scenario(basedir).h2('target/shop')

assert shop.heads() == []
assert shop.tables() == []
assert shop.steps().takeRight(2) == ['down b2 done', 'down a1 done']
