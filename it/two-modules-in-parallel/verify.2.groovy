def scenario = new Scenario(basedir)

assert scenario.h2('billing/target/billing').heads() == []
assert scenario.h2('shop/target/shop').heads() == ['a1']
