package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The little of IntelliJ's class of this name that a processor may call: what its proxies stand for. */
public final class APIWrappers {

    private APIWrappers() {}

    /** Stands for another object. */
    public record Wrapper(Object wrapped) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(wrapped, arguments);
        }
    }

    /** Null where the object is none of ours. */
    public static <T> T unwrap(Class<T> type, T proxy) {
        return Proxy.isProxyClass(proxy.getClass()) && Proxy.getInvocationHandler(proxy) instanceof Wrapper wrapper
                ? type.cast(wrapper.wrapped())
                : null;
    }
}
