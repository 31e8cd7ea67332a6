new Scenario(basedir).mustSay(
        'R1_AddPhone.java:[5,37] [cycle] The down revisions of "a1" lead back to it:',
        'next:  correct the downRevision that should not be there; a history starts at a base')
