/** What the scripts of the scenarios share: the log of one call of Maven, and files to compare. */
class Scenario {

    final File basedir

    Scenario(File basedir) {
        this.basedir = basedir
    }

    /** What the last call of Maven printed. */
    String getLog() {
        new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').last()
    }

    /** Fails with what is missing, not with the whole log. */
    void mustSay(String... expected) {
        def missing = expected.findAll { !log.contains(it) }

        assert missing == []
    }

    /** Said, and not a second time further down. */
    void mustSayOnce(String... expected) {
        def counts = expected.collectEntries { [it, log.count(it)] }

        assert counts.findAll { it.value != 1 } == [:]
    }

    void mustNotSay(String... unwanted) {
        def said = unwanted.findAll { log.contains(it) }

        assert said == []
    }

    /** The part of the log that the goal itself has written: what Maven and other plugins say before, nobody can hide. */
    void goalMustNotSay(String... unwanted) {
        def ours = log.substring(log.lastIndexOf('<<< migrate'))
        def said = unwanted.findAll { ours.contains(it) }

        assert said == []
    }

    File file(String path) {
        new File(basedir, path)
    }

    /** An H2 database in a file of the scenario; it must be there. */
    Database h2(String path, String user = 'sa', String password = '') {
        assert file(path + '.mv.db').isFile()
        new Database(new org.h2.Driver(), "jdbc:h2:file:${file(path)};IFEXISTS=TRUE", user, password)
    }
}
