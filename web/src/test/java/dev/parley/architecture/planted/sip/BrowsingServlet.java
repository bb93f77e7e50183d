package dev.parley.architecture.planted.sip;

import dev.parley.architecture.planted.web.TablePage;

/** A SIP servlet that knows pages. */
public class BrowsingServlet {
    TablePage page;
}
