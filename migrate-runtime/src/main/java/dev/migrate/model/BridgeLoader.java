package dev.migrate.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Defines the classes that talk to the project's provider, below the project's own loader: so they meet the provider that
 * the project uses. Everything else of migrate is what it is outside.
 */
final class BridgeLoader extends ClassLoader {

    private static final String BRIDGE = "dev.migrate.model.hibernate.";
    private static final String SHARED = "dev.migrate.";

    static {
        registerAsParallelCapable();
    }

    BridgeLoader(ClassLoader project) {
        super("model", project);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(BRIDGE)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }
        if (name.startsWith(SHARED)) {
            try {
                return Class.forName(name, false, BridgeLoader.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve); // the project's own, in a package below ours
            }
        }
        return super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = BridgeLoader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("the class file of " + name + " cannot be read", e);
        }
    }
}
