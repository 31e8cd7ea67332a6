def scenario = new Scenario(basedir)

assert scenario.file('runs.txt').readLines().size() == 1
assert scenario.h2('target/shop').heads() == ['a1']
