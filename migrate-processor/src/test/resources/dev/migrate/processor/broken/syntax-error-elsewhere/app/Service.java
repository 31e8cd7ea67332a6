package app;

class Service {
    int count( { // [compiler]
    }
}
