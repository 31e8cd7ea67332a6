def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/migrations').listFiles().find { it.name.endsWith('_AddAvatar.java') }

assert written.text.contains('@Revision(id = "d4", downRevision = "c3", message = "add-avatar")')
scenario.mustSay(written.name)
