package com.acme.shop.model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Set;

@Entity
@Table(name = "customers", indexes = @Index(columnList = "since"))
public class Customer {

    public enum Level {
        GOLD,
        SILVER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true, length = 200)
    String email;

    @Enumerated(EnumType.STRING)
    Level level;

    Instant since;

    @ManyToMany
    Set<Customer> friends;
}
