/**
 * The quickstart's way on one database, with ten thousand users on it: what must be true after each of six calls of
 * Maven. 8f3c2a91d07e is the revision before the status becomes a number.
 */
class ThereAndBack {

    private final Database database
    private final ManyUsers users

    ThereAndBack(Database database) {
        this.database = database
        users = new ManyUsers(database)
    }

    void after(int call) {
        switch (call) {
            case 1:
                assert database.heads() == ['8f3c2a91d07e']
                users.insert()
                break
            case 2:
                users.mustBeNumbers()
                assert database.heads() == ['1d9a7730be42']
                assert database.tables() == ['order_lines', 'orders', 'users', 'users_status_text']
                users.changeOneAndAddOne()
                break
            case 3:
                users.mustBeWhatTheyWere()
                assert database.heads() == ['8f3c2a91d07e']
                assert database.tables() == ['users']
                break
            case 4:
                users.mustBeNumbers()
                break
            case 5:
                assert database.heads() == []
                assert database.tables() == []
                break
            case 6:
                assert database.heads() == ['1d9a7730be42']
                assert database.rows('SELECT email, status FROM users ORDER BY id').collect { [it[0], it[1] as Integer] } == [
                        ['alice@acme.example', 1],
                        ['bob@acme.example', 0],
                        ['carol@acme.example', null],
                        ['dave@acme.example', 1],
                        ['erin@acme.example', null]]
                break
            default:
                throw new IllegalArgumentException("there is no call ${call}")
        }
    }
}
