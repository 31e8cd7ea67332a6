def scenario = new Scenario(basedir)

scenario.mustSay('[no-driver]', 'jdbc:nosuch://', 'next:')
scenario.goalMustNotSay('s3cret')
