context.userProperties.putAll('migrate.url': context.connectorJ, 'migrate.serverId': 'shop-wrong')
