/** A shop: inheritance in one table and in joined ones, embeddables, collections of values, enums, converters, sequences. */
package samples.shop;
