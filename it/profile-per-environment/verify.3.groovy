def scenario = new Scenario(basedir)

assert scenario.h2('target/staging').heads() == []
assert scenario.h2('target/development').heads() == ['a1']
