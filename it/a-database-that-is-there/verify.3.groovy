new Scenario(basedir).mustSay('[not-first] there are migrations already')
