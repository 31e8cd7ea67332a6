def history = new Scenario(basedir).file('history.txt').getText('UTF-8')
def pom = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml'))
def messages = pom.'**'.findAll { it.name() == 'message' }*.text()

assert messages.size() == 5
assert history.readLines().size() == 6
assert messages.findAll { !history.contains(it) } == []
