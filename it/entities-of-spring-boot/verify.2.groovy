new Scenario(basedir).mustSay('no difference between the model and what the migrations make on H2')
