def log = new File(basedir, 'build.log').text
def expected = ['migrate:help']

assert expected.findAll { !log.contains(it) } == []
