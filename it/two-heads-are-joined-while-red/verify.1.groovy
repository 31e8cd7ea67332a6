new Scenario(basedir).mustSay('[several-heads]', 'mvn migrate:merge')
