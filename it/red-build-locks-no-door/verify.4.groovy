new Scenario(basedir).mustSay('d4', 'add-avatar', 'c3')
