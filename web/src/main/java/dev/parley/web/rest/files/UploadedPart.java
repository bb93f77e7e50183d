package dev.parley.web.rest.files;

import dev.parley.shared.Invalid;
import java.io.InputStream;

/**
 * The file in a multipart form.
 *
 * @param name as the browser says it, or null
 * @param type as the browser says it, or null
 * @param content ends where the part ends; a body that breaks off before makes it throw {@link Invalid}
 */
record UploadedPart(String name, String type, InputStream content) {}
