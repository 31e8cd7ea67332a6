context.userProperties['migrate.url'] = context.mariadb
