new Scenario(basedir).mustSay(
        '[unreadable-annotation] a file holds merge conflicts',
        'next:  resolve the conflict')
assert !new File(basedir, 'src/main/java/com/acme/migrations').list().any { it.contains('Merge') }
