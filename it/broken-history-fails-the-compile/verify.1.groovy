new Scenario(basedir).mustSay(
        'R2_AddPhone.java:[5,37] [unknown-parent] Revision "b2" follows "a11", but no migration class declares that id.'
                + ' Did you mean "a1"?',
        'next:  correct downRevision, or restore the class that declared "a11"')
