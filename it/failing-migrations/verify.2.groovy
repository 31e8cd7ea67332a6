def scenario = new Scenario(basedir)

scenario.mustSayOnce('[not-deterministic]')
scenario.mustSay('com.acme.R2_AddPhone.upgrade', 'next:')
assert scenario.h2('target/shop').tables() == []
