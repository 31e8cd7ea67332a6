new Scenario(basedir).mustSay('c3 (head)', 'b2', 'add phone', 'R2_AddPhone.java')
