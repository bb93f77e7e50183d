/** Every state of what people see, as pictures of the running product, each looked over by axe. */
package dev.parley.screens;
