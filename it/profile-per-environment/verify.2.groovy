def scenario = new Scenario(basedir)

assert scenario.h2('target/staging').heads() == ['a1']
scenario.mustSay('target/staging', 'profile')
