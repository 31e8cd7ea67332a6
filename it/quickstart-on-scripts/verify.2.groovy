def database = new Scenario(basedir).h2('shop/target/shop')

assert database.heads() == ['1d9a7730be42']
assert database.steps().every { it.endsWith(' done') }
