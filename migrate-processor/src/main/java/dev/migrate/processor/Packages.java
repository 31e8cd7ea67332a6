package dev.migrate.processor;

/** Names of packages. */
final class Packages {

    private static final String INFO = "package-info";

    private Packages() {}

    /** The package around a package or a top-level class; empty for the unnamed one. */
    static String around(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The binary name of the class file with a package's annotations. */
    static String info(String packageName) {
        return packageName + "." + INFO;
    }
}
