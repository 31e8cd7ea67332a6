def scenario = new Scenario(basedir)

assert !scenario.file('target/classes').exists()
scenario.mustSay('migrate:revision')
