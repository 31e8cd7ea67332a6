new Scenario(basedir).mustSay('[access-denied]', 'jdbc:h2:file:', 'settings server shop-wrong', 'next:')
