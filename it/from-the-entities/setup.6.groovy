['migrate.renames', 'migrate.fill', 'migrate.allowDestructive'].each { context.userProperties.remove(it) }
true // what a script returns decides whether the build runs
