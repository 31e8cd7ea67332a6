package com.acme.shop.model;

import jakarta.persistence.*;

@Entity
@Table(name = "vouchers")
public class Voucher {

    @Id
    Long id;

    @ManyToOne
    Customer customer;
}
