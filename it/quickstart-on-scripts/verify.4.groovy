new Scenario(basedir).mustSay('1d9a7730be42')
