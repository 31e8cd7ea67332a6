// A newer javac where there is one; else one that is told not to run processors, which leaves the same behind.
def homes = ['/usr/lib/jvm', '/opt', "${System.getProperty('user.home')}/.sdkman/candidates/java"]
        .collect { new File(it) }
        .findAll { it.isDirectory() }
        .collectMany { it.listFiles().sort() as List }
homes = System.getenv().findAll { it.key ==~ /JAVA_HOME(_.*)?/ }.collect { new File(it.value) } + homes
def newer = homes.find { home ->
    def release = new File(home, 'release')
    def version = release.isFile() ? release.text =~ /JAVA_VERSION="(\d+)/ : null
    version && (version[0][1] as int) >= 23 && new File(home, 'bin/javac').canExecute()
}
context.userProperties.putAll(newer
        ? ['maven.compiler.fork': 'true', 'maven.compiler.executable': "${newer}/bin/javac".toString()]
        : ['maven.compiler.proc': 'none'])
