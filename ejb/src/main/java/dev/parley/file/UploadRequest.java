package dev.parley.file;

import java.io.InputStream;

/**
 * A file on its way in. Nothing of it is believed: the name is cleaned, the declared type only chooses between sound and picture where one
 * container holds both, and the stream is cut at the limit.
 *
 * @param name as the browser says it; null or blank becomes {@code file}
 * @param declaredType as the browser says it, or null
 * @param content read once, to its end or to the limit; the caller closes it
 */
public record UploadRequest(String name, String declaredType, InputStream content) {}
