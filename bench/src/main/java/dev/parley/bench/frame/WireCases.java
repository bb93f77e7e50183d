package dev.parley.bench.frame;

import static dev.parley.bench.client.RawSocket.BINARY;
import static dev.parley.bench.client.RawSocket.CLOSE;
import static dev.parley.bench.client.RawSocket.CONTINUATION;
import static dev.parley.bench.client.RawSocket.FIN;
import static dev.parley.bench.client.RawSocket.PING;
import static dev.parley.bench.client.RawSocket.TEXT;
import static dev.parley.bench.client.RawSocket.encode;
import static dev.parley.bench.frame.FrameCase.Entrance.VISITOR;
import static dev.parley.bench.frame.FrameCase.clear;
import static dev.parley.bench.frame.FrameCase.fine;
import static dev.parley.bench.frame.FrameCase.frame;

import dev.parley.bench.client.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is wrong, or only unusual, in how text is put on the wire: sizes, fragments, encodings. */
final class WireCases {
    private static final int LARGEST = 64 * 1024;
    private static final String PINGS = "{\"type\":\"ping\",\"pad\":\"\"}";

    private WireCases() {}

    static List<FrameCase> all() {
        List<FrameCase> all = new ArrayList<>(sizes());
        all.addAll(framing());
        all.addAll(encodings());
        return all;
    }

    private static List<FrameCase> sizes() {
        return List.of(
                fine("a frame of exactly 64 KiB", VISITOR, socket -> {
                    socket.text(padded(LARGEST));
                    pong(socket);
                }),
                frame(
                        "a frame of 64 KiB and one byte",
                        VISITOR,
                        socket -> socket.text(padded(LARGEST + 1)),
                        "too-large",
                        "1009"),
                // one piece beyond what the container keeps never reaches Parley: Tyrus itself closes, and calls it
                // 1011
                frame(
                        "a frame of 5 MB",
                        VISITOR,
                        socket -> socket.text(padded(5_000_000)),
                        "too-large",
                        "1009",
                        "1011",
                        FrameCase.DROPPED),
                // the container waits for the rest, of which it keeps little; silence ends it
                clear(
                        "a frame that announces 2 GB",
                        VISITOR,
                        socket -> socket.bytes(new byte[] {
                            (byte) (FIN | TEXT), (byte) 0xFF, 0, 0, 0, 0, 0x7F, -1, -1, -1, 1, 2, 3, 4, 5, 6
                        })),
                frame(
                        "two fragments of 40 kB",
                        VISITOR,
                        socket -> fragments(socket, padded(80_000), 40_000),
                        "too-large",
                        "1009"),
                frame(
                        "a text of 8,001 characters",
                        VISITOR,
                        socket -> socket.text(FrameCases.send("long", "x".repeat(8001))),
                        "too-large",
                        "invalid"),
                fine(
                        "a text of 8,000 characters of 3 bytes",
                        VISITOR,
                        socket -> socket.text(FrameCases.send("wide", "\u6f22".repeat(8000)))));
    }

    private static List<FrameCase> framing() {
        return List.of(
                fine("a ping in three fragments", VISITOR, socket -> {
                    fragments(socket, PINGS, PINGS.length() / 3 + 1);
                    pong(socket);
                }),
                fine("a ping between fragments", VISITOR, socket -> {
                    socket.frame(TEXT, PINGS.substring(0, 5).getBytes(StandardCharsets.UTF_8));
                    socket.frame(FIN | PING, new byte[] {1});
                    socket.frame(FIN | CONTINUATION, PINGS.substring(5).getBytes(StandardCharsets.UTF_8));
                    pong(socket);
                }),
                clear("one byte a fragment", VISITOR, socket -> fragments(socket, PINGS, 1)),
                frame(
                        "a continuation of nothing",
                        VISITOR,
                        socket -> socket.frame(FIN | CONTINUATION, new byte[3]),
                        "1002"),
                frame(
                        "a text within a fragmented text",
                        VISITOR,
                        socket -> {
                            socket.frame(TEXT, new byte[] {'{'});
                            socket.frame(FIN | TEXT, new byte[] {'{'});
                        },
                        "1002"),
                frame("a reserved bit", VISITOR, socket -> socket.frame(FIN | 0x40 | TEXT, new byte[] {'{'}), "1002"),
                frame("a reserved opcode", VISITOR, socket -> socket.frame(FIN | 5, new byte[0]), "1002"),
                frame("a ping of 126 bytes", VISITOR, socket -> socket.frame(FIN | PING, new byte[126]), "1002"),
                frame("a fragmented ping", VISITOR, socket -> socket.frame(PING, new byte[1]), "1002"),
                frame(
                        "a close with code 1005",
                        VISITOR,
                        socket -> socket.frame(FIN | CLOSE, new byte[] {3, (byte) 0xED}),
                        "1002"),
                frame("a close of one byte", VISITOR, socket -> socket.frame(FIN | CLOSE, new byte[] {3}), "1002"),
                clear(
                        "an unmasked frame",
                        VISITOR,
                        socket -> socket.bytes(encode(FIN | TEXT, PINGS.getBytes(StandardCharsets.UTF_8), false))),
                frame(
                        "a binary frame",
                        VISITOR,
                        socket -> socket.frame(FIN | BINARY, new byte[] {1, 2, 3}),
                        "1003",
                        "4000",
                        "invalid"));
    }

    private static List<FrameCase> encodings() {
        return List.of(
                frame("no UTF-8", VISITOR, socket -> socket.frame(FIN | TEXT, new byte[] {(byte) 0xC3, 0x28}), "1007"),
                frame(
                        "an overlong NUL",
                        VISITOR,
                        socket -> socket.frame(FIN | TEXT, new byte[] {(byte) 0xC0, (byte) 0x80}),
                        "1007"),
                frame(
                        "a surrogate in UTF-8",
                        VISITOR,
                        socket -> socket.frame(FIN | TEXT, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                        "1007"),
                frame(
                        "UTF-8 cut off at the end",
                        VISITOR,
                        socket -> socket.frame(FIN | TEXT, new byte[] {'"', (byte) 0xE2, (byte) 0x82}),
                        "1007"),
                fine("a character cut in two by fragments", VISITOR, socket -> {
                    byte[] bytes = "{\"type\":\"ping\",\"pad\":\"\u20ac\"}".getBytes(StandardCharsets.UTF_8);
                    fragments(socket, bytes, bytes.length - 4);
                    pong(socket);
                }));
    }

    private static String padded(int bytes) {
        return "{\"type\":\"ping\",\"pad\":\"" + "x".repeat(bytes - PINGS.length()) + "\"}";
    }

    /** The frame was understood: it is a ping, so a pong must come. */
    private static void pong(RawSocket socket) throws IOException {
        RawSocket.Got got = socket.read(20_000);
        while (got.opcode() >= PING || got.opcode() == TEXT && !got.text().contains("\"pong\"")) {
            got = socket.read(20_000);
        }
        if (got.opcode() != TEXT) {
            throw new IOException(
                    "no pong but " + got.opcode() + " " + (got.opcode() == CLOSE ? got.closeCode() : got.text()));
        }
    }

    private static void fragments(RawSocket socket, String text, int size) throws IOException {
        fragments(socket, text.getBytes(StandardCharsets.UTF_8), size);
    }

    private static void fragments(RawSocket socket, byte[] all, int size) throws IOException {
        for (int from = 0; from < all.length; from += size) {
            int to = Math.min(all.length, from + size);
            int first = (from == 0 ? TEXT : CONTINUATION) | (to == all.length ? FIN : 0);
            socket.frame(first, Arrays.copyOfRange(all, from, to));
        }
    }
}
