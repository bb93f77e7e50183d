/**
 * What a browser is given: the start page, the demo shop, sign-in, the widget's loader and panel documents, static files, and the pages
 * for what went wrong. Beans here read and hand on; what they show is decided behind the doors of {@code ejb}.
 */
package dev.parley.web.pages;
