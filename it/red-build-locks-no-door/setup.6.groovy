def broken = new File(basedir, 'src/main/java/com/acme/Broken.java')
broken.text = broken.text.replace('return 42;', 'return')
true // what a script returns decides whether the build runs
