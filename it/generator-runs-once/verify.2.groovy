def scenario = new Scenario(basedir)

assert scenario.file('runs.txt').readLines().size() == 2
assert scenario.h2('target/bound').heads() == ['a1']
scenario.mustNotSay('[bound-fork]')
