new Scenario(basedir).mustSay('[access-denied]', 'shop', 'settings server shop-wrong', 'next:')
