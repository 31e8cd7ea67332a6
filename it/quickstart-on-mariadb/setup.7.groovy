context.userProperties.putAll('migrate.url': context.mariadb, 'migrate.serverId': 'shop-wrong')
