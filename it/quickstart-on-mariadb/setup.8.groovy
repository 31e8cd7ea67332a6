context.userProperties['migrate.url'] = context.connectorJ
context.userProperties['migrate.serverId'] = 'shop-wrong'
