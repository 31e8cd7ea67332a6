assert new Scenario(basedir).file('target/current.txt').text == 'b2\n'
