new Scenario(basedir).mustSay('[bad-url]', 'mysql://127.0.0.1/shop', 'next:')
