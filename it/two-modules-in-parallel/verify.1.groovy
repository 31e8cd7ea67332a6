def scenario = new Scenario(basedir)
def billing = scenario.h2('billing/target/billing')
def shop = scenario.h2('shop/target/shop')

assert billing.tables() == ['invoices']
assert billing.steps() == ['up a1 done']
assert shop.tables() == ['users']
assert shop.steps() == ['up a1 done', 'up b2 done']
assert !scenario.file('documentation/target/documentation.mv.db').exists()
scenario.mustNotSay('@threadSafe', 'not thread-safe')
