/** Pages and servlets that break every rule. */
package dev.parley.architecture.planted;
