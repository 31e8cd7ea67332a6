new Scenario(basedir).mustSay('[stale-classes] the project\'s classes are older than Customer.java', 'next:  mvn process-classes migrate:revision')
