def scenario = new Scenario(basedir)

scenario.mustSay('[no-driver]', 'jdbc:nosuch://', 'next:')
scenario.mustNotSay('s3cret')
