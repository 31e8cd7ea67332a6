package com.acme;

/** A module without migrations is left alone. */
public final class Manual {

    private Manual() {}
}
