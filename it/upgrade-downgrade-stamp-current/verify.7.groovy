new Scenario(basedir).mustSay('b2', 'c3')
