def scenario = new Scenario(basedir)

scenario.mustSay('[config-conflict]', 'MIGRATE_URL', 'target/staging', 'next:', '-Dmigrate.url=')
assert scenario.h2('target/staging').heads() == []
