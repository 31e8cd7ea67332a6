context.userProperties['migrate.url'] = context.mariadb
context.userProperties['migrate.serverId'] = 'shop-wrong'
