// What Maven itself repeats of its command line under -X is not for us to hide: only the URLs of calls 4 and 6.
def leaks = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.contains('s3cret') }

assert leaks == []
