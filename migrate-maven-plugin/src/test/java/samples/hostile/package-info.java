/** Names that are keywords, or would be no names without quotes. */
package samples.hostile;
