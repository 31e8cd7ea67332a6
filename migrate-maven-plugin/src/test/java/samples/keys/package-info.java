/** Keys of several columns, shared and derived ones, references to oneself and cycles. */
package samples.keys;
