def scenario = new Scenario(basedir)

assert scenario.h2('target/shop').steps() == ['up a1 done', 'up b2 done', 'up c3 done']
scenario.mustSay('nothing to do: the database is at c3')
