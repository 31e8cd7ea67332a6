new Scenario(basedir).mustSay('[cannot-connect]', 'jdbc:mysql://127.0.0.1:1/shop', 'next:')
