import dev.migrate.testing.MariaDbServer

Quickstart.copyTo(new File(basedir, 'shop'))

def server = MariaDbServer.shared()
def admin = server.connectAsAdmin()
try {
    ['CREATE DATABASE shop CHARACTER SET utf8mb4',
     "CREATE USER 'shop'@'127.0.0.1' IDENTIFIED BY 's3cret-of-shop'",
     "GRANT ALL PRIVILEGES ON shop.* TO 'shop'@'127.0.0.1'"].each { admin.createStatement().execute(it) }
} finally {
    admin.close()
}
context.putAll(mariadb: server.jdbcUrl('shop'), connectorJ: server.connectorJUrl('shop'))
context.userProperties.putAll('migrate.serverId': 'shop')
