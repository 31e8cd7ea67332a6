package app;

public final class Service {}
