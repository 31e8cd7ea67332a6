def scenario = new Scenario(basedir)

scenario.mustSayOnce('[not-deterministic]')
scenario.mustSay('b2', 'next:')
assert scenario.h2('target/shop').tables() == []
