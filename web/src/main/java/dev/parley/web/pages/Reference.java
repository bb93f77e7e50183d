package dev.parley.web.pages;

import dev.parley.shared.PublicIds;

/** A short word that stands on an error page and in the log, so that the two can be found together. */
record Reference(String value) {
    static Reference next() {
        return new Reference(PublicIds.next().substring(0, 8));
    }
}
