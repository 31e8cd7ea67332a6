def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/db').listFiles().toList()

assert written.size() == 1
assert written[0].name ==~ /V\d{8}_first_tables\.java/
assert written[0].text.startsWith('/*\n * The house of Acme. first-tables\n */\npackage com.acme.db;\n')
assert written[0].text =~ /@Revision\(id = "\d{14}", message = "first-tables"\)/
assert scenario.h2('target/shop').tables() == ['from_template']
assert scenario.h2('target/shop').heads().size() == 1
