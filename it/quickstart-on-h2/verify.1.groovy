def users = new ManyUsers(new Scenario(basedir).h2('shop/target/shop'))

assert users.database.heads() == ['8f3c2a91d07e']
users.insert()
context.putAll(users: users)
