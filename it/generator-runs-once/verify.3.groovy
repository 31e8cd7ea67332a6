new Scenario(basedir).mustSay('[bound-fork]', 'upgrade-no-fork')
