context.users.mustBeWhatTheyWere()
assert context.users.database.heads() == ['8f3c2a91d07e']
assert context.users.database.tables() == ['users']
