def shop = new Scenario(basedir).h2('target/shop')

assert shop.steps() == ['up a1 done', 'up b2 done']
assert shop.tables() == ['users']

new Scenario(basedir).mustSay('b2 (head)')

// an example of every method, com.acme.examples
assert dev.migrate.testing.AuthorsApi.notCalledIn(new File(basedir, 'target/classes').toPath()) == [] as SortedSet
