package com.acme.shop.model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @ManyToOne(optional = false)
    Customer customer;

    @Column(precision = 12, scale = 2)
    BigDecimal total;

    @Version
    int version;
}
