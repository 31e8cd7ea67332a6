new Scenario(basedir).mustSay(
        'R2_AddPhone.java:[5,16] [duplicate-id] 2 revisions declare the id "b2".',
        'R3_AddAvatar.java:[5,16] [duplicate-id] 2 revisions declare the id "b2".',
        'next:  give each revision an id of its own; one that was applied somewhere keeps its id')
