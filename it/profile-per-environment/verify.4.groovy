def scenario = new Scenario(basedir)

assert scenario.h2('target/by-hand').heads() == ['a1']
assert scenario.h2('target/staging').heads() == []
