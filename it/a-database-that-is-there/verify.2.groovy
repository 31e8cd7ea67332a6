new Scenario(basedir).mustSay(
        'model: src/main/db/schema.sql',
        'no difference between the model and h2',
        '1 of 1 revision up, down and up again on H2',
        'the schema at the end was held against the model')
