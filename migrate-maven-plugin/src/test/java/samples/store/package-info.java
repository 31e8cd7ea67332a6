/** A shop: sequences, unique keys, indexes, join tables, orders and stocks, as most applications have them. */
package samples.store;
