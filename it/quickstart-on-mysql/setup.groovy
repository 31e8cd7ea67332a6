Quickstart.copyTo(new File(basedir, 'shop'))

def given = System.getProperty('it.mysql.url')
def database = 'migrate_quickstart_' + ProcessHandle.current().pid()
def admin = new com.mysql.cj.jdbc.Driver().connect(given, new Properties())
try {
    admin.createStatement().execute("CREATE DATABASE ${database} CHARACTER SET utf8mb4".toString())
} finally {
    admin.close()
}
def url = given.replaceFirst('/([?]|$)', "/${database}\$1")
context.putAll(connectorJ: url, mariadb: url.replaceFirst('^jdbc:mysql:', 'jdbc:mariadb:'))
