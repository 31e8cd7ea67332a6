context.userProperties.putAll('migrate.url': context.mariadb)
