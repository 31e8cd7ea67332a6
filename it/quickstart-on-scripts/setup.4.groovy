context.userProperties.putAll('migrate.url': context.url, 'migrate.username': 'scripted', 'migrate.password': 's3cret-of-shop')
