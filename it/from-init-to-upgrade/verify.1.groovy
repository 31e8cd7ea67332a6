def scenario = new Scenario(basedir)

assert !scenario.file('target').exists()
scenario.mustSay('migrate:revision')
