/** What is published: embeddables, collections, maps, large objects, JSON, arrays and every type of time. */
package samples.press;
