/** The pages on which a company administers itself. A bean for each page; what they may show is decided behind the doors. */
package dev.parley.web.portal;
