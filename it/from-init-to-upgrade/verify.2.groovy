def scenario = new Scenario(basedir)
def written = []
scenario.file('src/main/java').eachFileRecurse { if (it.name.endsWith('_FirstTables.java')) { written << it } }

assert written.size() == 1
assert written[0].text.contains('@Revision(id = "a1", message = "first-tables")')
