package dev.migrate.execute;

import dev.migrate.script.Qualifiers;
import dev.migrate.script.ScriptSyntax;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is sent to a scratch within it, on a server where a statement reaches every database: what names another one
 * is refused before it is sent. An alias that has the name of a database is taken for it; better that than the other way.
 */
final class WithinScratch {

    private static final List<Class<?>> STATEMENTS =
            List.of(CallableStatement.class, PreparedStatement.class, Statement.class);

    private static final Pattern OF_THE_SERVER = Pattern.compile(
            "\\s*(?:CREATE|DROP|ALTER)\\s+(?:OR\\s+REPLACE\\s+)?(?:DATABASE|SCHEMA)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern USE = Pattern.compile("\\s*USE\\s+`?(?<name>[^`;]+?)`?\\s*", Pattern.CASE_INSENSITIVE);

    private final ScriptSyntax syntax;
    private final Set<String> others;

    /**
     * @param others the other databases of the server
     */
    WithinScratch(ScriptSyntax syntax, Collection<String> others) {
        this.syntax = syntax;
        this.others = others.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    Connection around(Connection connection) {
        return (Connection) around(Connection.class, connection);
    }

    private Object around(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(proxy, target, method, arguments));
    }

    private @Nullable Object call(Object proxy, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && sends(method)) {
            refuse(sql);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        for (Class<?> type : STATEMENTS) {
            if (type.isInstance(result)) {
                return around(type, result);
            }
        }
        return result;
    }

    private static boolean sends(Method method) {
        String name = method.getName();
        return name.startsWith("prepare") || name.startsWith("execute") || name.equals("addBatch");
    }

    private void refuse(String sql) throws SQLException {
        Set<String> named = new TreeSet<>();
        Qualifiers.replaced(sql, syntax, (text, quoted) -> {
            if (others.contains(text.toLowerCase(Locale.ROOT))) {
                named.add(text);
            }
            return Optional.empty();
        });
        Matcher use = USE.matcher(sql);
        if (use.matches() && others.contains(use.group("name").toLowerCase(Locale.ROOT))) {
            named.add(use.group("name"));
        }
        if (!named.isEmpty()) {
            throw new SQLException(
                    "it names " + String.join(", ", named) + ", another database of this server, which is"
                            + " not to be touched: leave the name out, or verify on a server that has no such database");
        }
        if (OF_THE_SERVER.matcher(sql).matches()) {
            throw new SQLException(
                    "it makes or changes a database of the server, which would not be part of the scratch");
        }
    }
}
