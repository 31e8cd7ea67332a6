new Scenario(basedir).mustSay('[bad-server-settings]', '"nobody"', '<server><id>nobody</id>')
