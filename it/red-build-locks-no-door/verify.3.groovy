def scenario = new Scenario(basedir)
def migrations = scenario.file('src/main/java/com/acme/migrations')
def written = migrations.listFiles().findAll { it.name.endsWith('_AddAvatar.java') || it.name.endsWith('_AddAvatar_2.java') }
def merge = written.find { it.text.contains('Joins branches.') }
def id = (merge.text =~ /id = "(\d{14})"/)[0][1]

assert written.size() == 2
assert merge.text.contains('downRevision = {"c4", "d5"}')
assert written.find { it != merge }.text.contains("downRevision = \"${id}\"")
scenario.mustSay('c4 (head)', 'd5 (head)', merge.name)
