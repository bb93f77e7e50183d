package dev.parley.web.account;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code to be drawn as one path, a unit a module, with the quiet zone that readers want around it.
 *
 * @param size of the whole in units
 * @param path for the {@code d} of an SVG path: the dark modules
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** A text of a few hundred characters. */
    public static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (!code.getModule(x, y)) continue;
                path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }

    // expressions of Jakarta EE 10 read getters

    public int getSize() {
        return size;
    }

    public String getPath() {
        return path;
    }
}
