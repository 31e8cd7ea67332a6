def scenario = new Scenario(basedir)

scenario.mustSay('[no-migrations]', 'mvn migrate:revision -Dmessage=')
scenario.mustNotSay('[no-index]')
