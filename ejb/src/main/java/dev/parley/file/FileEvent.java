package dev.parley.file;

/** News of a file. */
public sealed interface FileEvent permits FileChecked {
    long companyId();

    /** The opaque id. */
    String publicId();
}
