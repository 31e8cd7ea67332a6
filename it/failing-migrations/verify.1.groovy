def scenario = new Scenario(basedir)

scenario.mustSayOnce('[migration-failed]', 'no phone here', 'com.acme.R2_AddPhone')
assert scenario.h2('target/shop').tables() == []
