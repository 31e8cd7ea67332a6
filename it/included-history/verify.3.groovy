new Scenario(basedir).mustSay('[unknown-history] none of the modules of this build has the history "nobodys"')
