new Scenario(basedir).mustSay('[not-at-heads] the database stands at', 'next:  mvn migrate:upgrade, then the same again')
