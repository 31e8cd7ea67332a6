new Scenario(basedir).mustSay('[no-driver]', 'jdbc:h2:', 'next:', '<dependency>', 'migrate-maven-plugin')
