def post = new File(basedir, 'src/main/java/com/acme/notes/BlogPost.java')
post.text = post.text.replace('    Instant publishedAt;', '    Instant publishedAt;\n\n    @Column(length = 80)\n    String writtenBy;')
true // what a script returns decides whether the build runs
