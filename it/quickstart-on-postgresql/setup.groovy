import dev.migrate.testing.PostgreSqlServer

Quickstart.copyTo(new File(basedir, 'shop'))

def server = PostgreSqlServer.shared()
// an account finds the schema of its name by itself
["CREATE ROLE shop LOGIN PASSWORD 's3cret-of-shop'",
 'CREATE SCHEMA shop AUTHORIZATION shop'].each { server.asAdmin(it) }
context.put('url', server.jdbcUrl())
context.userProperties.putAll('migrate.url': server.jdbcUrl(), 'migrate.serverId': 'shop')
