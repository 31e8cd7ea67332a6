context.userProperties.putAll('migrate.url': context.connectorJ)
