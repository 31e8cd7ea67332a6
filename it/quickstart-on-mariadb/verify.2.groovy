context.users.mustBeNumbers()
assert context.users.database.heads() == ['1d9a7730be42']
assert context.users.database.tables() == ['order_lines', 'orders', 'users', 'users_status_text']
context.users.changeOneAndAddOne()
