def shop = new Scenario(basedir).h2('target/shop')

assert shop.steps().size() == 6
assert shop.heads().size() == 1
