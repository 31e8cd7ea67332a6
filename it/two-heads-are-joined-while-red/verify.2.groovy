def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/migrations').list().findAll { it.endsWith('_MergeB2AndC3.java') }

assert written.size() == 1
scenario.mustSay('b2 (head)', 'c3 (head)', written[0], 'revision m4', 'follows b2, c3')
