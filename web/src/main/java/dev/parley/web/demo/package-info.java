/** What only a demo has: the mails that it sends to nobody. */
package dev.parley.web.demo;
