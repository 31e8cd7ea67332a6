def scenario = new Scenario(basedir)

scenario.mustSay('[access-denied]', 'shop', 'settings server shop-wrong', 'next:')
scenario.mustNotSay('s3cret')
