Quickstart.copyTo(new File(basedir, 'shop'))
