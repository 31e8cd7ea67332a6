package dev.migrate.maven.open;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The classes of one project for one run. It sees the JDK, the project, and of Maven and of the plugin nothing but
 * migrate itself: a migration and the engine that runs it must mean the same classes by {@code dev.migrate}.
 */
public final class ProjectClassLoader extends URLClassLoader {

    private static final String SHARED = "dev.migrate.";

    private final ClassLoader plugin;

    static {
        registerAsParallelCapable();
    }

    /**
     * A loader; close it after the run.
     *
     * @param classPath the project's classes and dependencies, without migrate's own jar
     * @param plugin the loader of migrate
     */
    public ProjectClassLoader(List<URL> classPath, ClassLoader plugin) {
        super("project", classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED)) {
            try {
                return plugin.loadClass(name);
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve); // the project's own, in a package below ours
            }
        }
        return super.loadClass(name, resolve);
    }

    /**
     * Takes back what the project's drivers registered with the JDK. Only a class of this loader can: the JDK shows
     * drivers to nobody else.
     */
    void deregisterDrivers() {
        String name = DriverSweeper.class.getName();
        try (InputStream in = DriverSweeper.class.getResourceAsStream(DriverSweeper.class.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IllegalStateException(name + " has no class file");
            }
            byte[] bytes = in.readAllBytes();
            Constructor<?> constructor =
                    defineClass(name, bytes, 0, bytes.length).getDeclaredConstructor();
            ((Runnable) constructor.newInstance()).run();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the project's JDBC drivers cannot be deregistered", e);
        }
    }
}
