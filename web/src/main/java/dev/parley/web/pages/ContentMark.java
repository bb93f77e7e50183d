package dev.parley.web.pages;

import dev.parley.shared.Digests;

/** A short name for exactly this content: as {@code ?v=} in an address and as an entity tag. */
final class ContentMark {
    private ContentMark() {}

    /** Twelve hexadecimal digits. */
    static String of(byte[] content) {
        return Digests.sha256(content).substring(0, 12);
    }
}
