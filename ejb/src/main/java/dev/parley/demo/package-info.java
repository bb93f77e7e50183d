/** The two companies of a demo. Production mode refuses to start where they exist: their passwords are in the documentation. */
package dev.parley.demo;
