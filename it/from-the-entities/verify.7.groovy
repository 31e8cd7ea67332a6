def scenario = new Scenario(basedir)

assert scenario.h2('target/shop').rows('SELECT mail, nick, CAST(level AS VARCHAR) FROM customers') == [['ann@acme.example', 'no name', 'GOLD']]
assert scenario.h2('target/shop').tables() == ['customers', 'customers_customers', 'orders']
scenario.mustSay(
        '2 of 2 revisions up, down and up again on H2',
        'the schema at the end was held against the model',
        'no difference between the model and what the migrations make on H2',
        'no difference between the model and h2')
