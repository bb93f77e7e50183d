/** What happens before and after every call: who asks, from which page, how often, and what the answer tells the browser. */
package dev.parley.web.rest.filter;
