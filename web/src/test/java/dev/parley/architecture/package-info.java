/** The shape of what delivers the desk to the outside, as rules; {@code planted} breaks every one of them. */
package dev.parley.architecture;
