/** An offer and what becomes of it. */
package dev.parley.routing.domain;
