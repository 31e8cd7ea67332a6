package com.acme.notes;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

@Entity
public class BlogPost {

    @Id
    @GeneratedValue
    UUID id;

    @Column(nullable = false)
    String shortTitle;

    Instant publishedAt;

    @ElementCollection
    Set<String> tagNames;
}
