// signs that an invoker's line of goals does not take
context.userProperties.putAll(
        'migrate.renames': 'customers.email>mail',
        'migrate.fill': "customers.nick='no name'",
        'migrate.allowDestructive': 'true')
