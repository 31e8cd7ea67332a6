def shop = new Database(new org.h2.Driver(), "jdbc:h2:file:${new File(basedir, 'target/shop')}", 'sa', '')
new File(basedir, 'src/main/db/schema.sql').text.split(';').findAll { it.trim() }.each { shop.run(it) }
shop.run("INSERT INTO customers (email) VALUES ('ann@acme.example')")
shop.run('CREATE VIEW newcomers AS SELECT email FROM customers')
