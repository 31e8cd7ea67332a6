new Scenario(basedir).mustSay(
        '[bad-parameter] the environment is "stagging"', 'migrate-stagging.properties', 'profiles: staging', 'APP_ENV')
