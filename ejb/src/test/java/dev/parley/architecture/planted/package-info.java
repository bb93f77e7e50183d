/** A desk that breaks every rule. */
package dev.parley.architecture.planted;
