package com.acme;

/** A project that has no migrations yet. */
public final class Nothing {

    private Nothing() {}
}
