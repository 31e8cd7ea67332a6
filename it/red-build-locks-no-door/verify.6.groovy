def scenario = new Scenario(basedir)

scenario.mustSay('(head) (current), add-avatar', 'database jdbc:h2:', '_AddAvatar')
scenario.mustNotSay('ERROR')
