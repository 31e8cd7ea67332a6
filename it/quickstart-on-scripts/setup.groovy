import dev.migrate.testing.MariaDbServer

Quickstart.copyTo(new File(basedir, 'shop'))

def server = MariaDbServer.shared()
def admin = server.connectAsAdmin()
try {
    ['CREATE DATABASE scripted CHARACTER SET utf8mb4',
     "CREATE USER 'scripted'@'127.0.0.1' IDENTIFIED BY 's3cret-of-shop'",
     "GRANT ALL PRIVILEGES ON scripted.* TO 'scripted'@'127.0.0.1'"].each { admin.createStatement().execute(it) }
} finally {
    admin.close()
}
context.put('url', server.jdbcUrl('scripted'))
