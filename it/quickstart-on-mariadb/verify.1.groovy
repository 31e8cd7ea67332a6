def users = new ManyUsers(new Database(new org.mariadb.jdbc.Driver(), context.mariadb, 'shop', 's3cret-of-shop'))

assert users.database.heads() == ['8f3c2a91d07e']
users.insert()
context.putAll(users: users)
