package com.acme;

public class Broken {
    int answer( { return 42
}
