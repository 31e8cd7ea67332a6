new Scenario(basedir).mustSay('[no-driver]', 'jdbc:nosuch://', 'next:')
