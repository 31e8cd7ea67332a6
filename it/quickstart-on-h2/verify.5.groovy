def database = context.users.database

assert database.heads() == []
assert database.tables() == []
