new Scenario(basedir).mustSay(
        'R2_AddPhone.java:[5,37] [several-heads] Revisions "b2" and "c3" both have no successor.',
        'R3_AddAvatar.java:[5,37] [several-heads] Revisions "b2" and "c3" both have no successor.',
        'next:  join them with: mvn migrate:merge')
