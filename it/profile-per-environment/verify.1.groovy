def scenario = new Scenario(basedir)

assert scenario.h2('target/development').heads() == ['a1']
assert !scenario.file('target/of-the-pom.mv.db').exists()
scenario.mustSay('target/development', '(url from ')
