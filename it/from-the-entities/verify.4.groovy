def scenario = new Scenario(basedir)

assert scenario.file('src/main/java/com/acme/shop/migrations').list().toList() == [context.first]
scenario.mustSay(
        '  drop column customers.email (its values are lost)',
        '  drop table vouchers (its rows are lost)',
        '  column customers.nick, whose table has rows',
        '[data-loss]',
        'if it is only another name: -Dmigrate.renames="customers.email>mail"')
