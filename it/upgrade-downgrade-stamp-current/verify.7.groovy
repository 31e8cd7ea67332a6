new Scenario(basedir).mustSay('[not-at-heads]', 'b2', 'next:  mvn migrate:upgrade')
