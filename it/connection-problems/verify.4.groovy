def scenario = new Scenario(basedir)

scenario.mustSay('[cannot-connect]', 'jdbc:mysql://127.0.0.1:1/shop', 'next:')
scenario.goalMustNotSay('s3cret')
