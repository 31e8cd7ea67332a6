package dev.migrate.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What operations mean, as text that does not change with the version of migrate: field by field, with what is empty or
 * false left out, so that a component added later leaves the text of older operations alone.
 *
 * <p>Two recordings with the same text do the same. Never compare rendered SQL for that: a newer version may render the
 * same operation differently.
 */
public final class CanonicalForm {

    private static final String VERSION = "1";

    /** The components of a record class. Java looks them up afresh each time it is asked, at many times the cost of reading. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private CanonicalForm() {}

    /**
     * The canonical text.
     *
     * @param operations operations in their order
     * @return one line for each operation
     */
    public static String text(List<? extends Operation> operations) {
        StringBuilder text = new StringBuilder();
        for (Operation operation : operations) {
            append(text, operation);
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * The canonical text, operation by operation.
     *
     * @param operations operations in their order
     * @return one line for each operation, without a line feed
     */
    public static List<String> lines(List<? extends Operation> operations) {
        return operations.stream()
                .map(operation -> text(List.of(operation)).strip())
                .toList();
    }

    /**
     * A short form of {@link #text}.
     *
     * @param operations operations in their order
     * @return the version of the form, a colon, and the SHA-256 of the text in 64 hex digits
     */
    public static String hash(List<? extends Operation> operations) {
        return hashOfText(text(operations));
    }

    /**
     * The hash of a text that is there already.
     *
     * @param text what {@link #text} returned
     * @return what {@link #hash} returns for the same operations
     */
    public static String hashOfText(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return VERSION + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Record entry) {
            appendRecord(text, entry);
        } else if (value instanceof Collection<?> values) {
            text.append('[');
            for (Object each : values) {
                append(text, each);
                text.append(',');
            }
            text.append(']');
        } else if (value instanceof Map<?, ?> values) { // sorted where it stands in a record
            text.append('[');
            values.forEach((key, each) -> {
                append(text, key);
                text.append('=');
                append(text, each);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof Optional<?> optional) {
            append(text, optional.orElse(null));
        } else if (value instanceof OptionalInt number && number.isPresent()) {
            text.append(number.getAsInt());
        } else if (value instanceof String || value instanceof Character) {
            text.append(quoted(value.toString()));
        } else if (value == null) {
            text.append("null");
        } else {
            // Numbers, booleans, enums and java.time: their text is their meaning, and the type tells 1 from "1".
            text.append(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    private static void appendRecord(StringBuilder text, Record value) {
        text.append(value.getClass().getSimpleName()).append('{');
        for (RecordComponent component : COMPONENTS.get(value.getClass())) {
            Object part = read(component, value);
            if (!isCode(part) && !isDefault(part)) {
                text.append(component.getName()).append('=');
                append(text, part);
                text.append(';');
            }
        }
        text.append('}');
    }

    /** What has no text of its own, and is told by other components, or changes how fast something is done and not what. */
    private static boolean isCode(@Nullable Object part) {
        return part instanceof RunCode.Task
                || part instanceof RunScript.Source
                || part instanceof Decide.Task
                || part instanceof Backfill.Pace;
    }

    private static boolean isDefault(@Nullable Object part) {
        return Boolean.FALSE.equals(part)
                || (part instanceof Optional<?> optional && optional.isEmpty())
                || (part instanceof OptionalInt number && number.isEmpty())
                || (part instanceof List<?> list && list.isEmpty())
                || (part instanceof Map<?, ?> map && map.isEmpty())
                || part instanceof Change.Keep;
    }

    /**
     * A string as it stands in the canonical text.
     *
     * @param value any string
     * @return the string in double quotes, on one line
     */
    public static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }
}
