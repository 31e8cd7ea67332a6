import dev.migrate.testing.MariaDbServer

def server = MariaDbServer.shared()
def client = new ProcessBuilder(
        [server.program('mariadb'), '--no-defaults', '--protocol=TCP', '--host=127.0.0.1', '--skip-ssl', "--port=${server.port()}",
         '--default-character-set=utf8mb4', '--user=scripted', 'scripted']*.toString())
        .redirectInput(new File(basedir, 'shop/target/mariadb.sql'))
        .redirectErrorStream(true)
client.environment().put('MYSQL_PWD', 's3cret-of-shop')
def process = client.start()
def output = process.inputStream.getText('UTF-8')

assert output.contains('complete; the database stands at 1d9a7730be42')
assert process.waitFor() == 0
