context.userProperties['migrate.url'] = context.connectorJ
