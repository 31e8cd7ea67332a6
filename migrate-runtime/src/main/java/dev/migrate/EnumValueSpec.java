package dev.migrate;

/** Says where a new value of an enum type goes: at the end, unless one of these is called. */
public interface EnumValueSpec {

    /**
     * In front of another value.
     *
     * @param value the other value
     * @return this value
     */
    EnumValueSpec before(String value);

    /**
     * Behind another value.
     *
     * @param value the other value
     * @return this value
     */
    EnumValueSpec after(String value);
}
