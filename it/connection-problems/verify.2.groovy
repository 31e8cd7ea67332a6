def scenario = new Scenario(basedir)

scenario.mustSay('[access-denied]', 'jdbc:h2:file:', 'settings server shop-wrong', 'next:')
scenario.mustNotSay('s3cret')
