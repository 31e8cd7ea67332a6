/**
 * Ten thousand users of the quickstart whose status is written in every way that one has seen, and what they must look
 * like after each of its migrations.
 */
class ManyUsers {

    private static final int COUNT = 10_000
    private static final List<String> STATUS = [
            'active', 'inactive', null, 'Active', 'ACTIVE', 'INACTIVE', 'active ', ' inactive', 'banned', 'gesperrt \u00fc', '', ' ']

    final Database database
    private List<List> before

    ManyUsers(Database database) {
        this.database = database
    }

    /** Adds them to those that the first migration brings, and remembers everybody. */
    void insert() {
        database.batch(
                'INSERT INTO users (email, status, avatar) VALUES (?, ?, ?)',
                (1..COUNT).collect { ["user${it}@acme.example".toString(), STATUS[it % STATUS.size()], "picture ${it}".toString()] })
        before = rows()

        assert before.size() == COUNT + 5
        assert before*.get(2).toSet().containsAll(STATUS)
    }

    /** Text has become a number; nothing else has changed. */
    void mustBeNumbers() {
        List<List> expected = before.collect { [it[0], it[1], code(it[2]), it[3]] }

        same(rows().collect { [it[0], it[1], it[2] as Integer, it[3]] }, expected)
    }

    /** Every row is what it was, letter by letter. */
    void mustBeWhatTheyWere() {
        same(rows(), before)
    }

    /** Changes one and adds one while the status is a number: these cannot come back as they were. */
    void changeOneAndAddOne() {
        database.run("UPDATE users SET status = 0 WHERE email = 'user12@acme.example'")
        database.run("INSERT INTO users (email) VALUES ('late@acme.example')")
        before = before.collect { it[1] == 'user12@acme.example' ? [it[0], it[1], 'inactive', it[3]] : it }
        before << [database.column("SELECT id FROM users WHERE email = 'late@acme.example'")[0], 'late@acme.example', 'active', null]
    }

    private List<List> rows() {
        database.rows('SELECT id, email, status, avatar FROM users ORDER BY id')
    }

    private static Integer code(String status) {
        switch (status?.replaceAll(/^ +| +$/, '')?.toLowerCase(Locale.ROOT)) {
            case 'active': return 1
            case 'inactive': return 0
            default: return null
        }
    }

    private static void same(List<List> actual, List<List> expected) {
        List different = [actual, expected].transpose().findAll { it[0] != it[1] }

        assert different.take(5) == []
        assert actual.size() == expected.size()
    }
}
