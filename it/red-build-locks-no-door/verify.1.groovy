def scenario = new Scenario(basedir)

assert scenario.file('history.txt').text == '''\
        b2 -> c3 (head), orders and lines
        a1 -> b2, add phone
        <base> -> a1, users
        '''.stripIndent()
assert !scenario.file('target/classes').exists()
