package dev.migrate.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection that counts the statements it makes. */
final class CountingConnection {

    private final Connection connection;
    private int statements;

    CountingConnection(Connection target) {
        connection = (Connection) Proxy.newProxyInstance(
                CountingConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().startsWith("prepare")
                            || method.getName().equals("createStatement")) {
                        statements++;
                    }
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    Connection connection() {
        return connection;
    }

    int statements() {
        return statements;
    }
}
