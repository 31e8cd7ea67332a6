def database = context.users.database

assert database.heads() == ['1d9a7730be42']
assert database.rows('SELECT email, status FROM users ORDER BY id').collect { [it[0], it[1] as Integer] } == [
        ['alice@acme.example', 1],
        ['bob@acme.example', 0],
        ['carol@acme.example', null],
        ['dave@acme.example', 1],
        ['erin@acme.example', null]]
