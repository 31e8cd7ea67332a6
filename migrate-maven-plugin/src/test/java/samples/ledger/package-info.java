/** Books of which every state is kept, by Envers. */
package samples.ledger;
