new Scenario(basedir).mustSay('Broken.java:[4,')
