package dev.parley.bench.frame;

import static dev.parley.bench.client.RawSocket.BINARY;
import static dev.parley.bench.client.RawSocket.CLOSE;
import static dev.parley.bench.client.RawSocket.CONTINUATION;
import static dev.parley.bench.client.RawSocket.FIN;
import static dev.parley.bench.client.RawSocket.PING;
import static dev.parley.bench.client.RawSocket.TEXT;
import static dev.parley.bench.client.RawSocket.encode;
import static dev.parley.bench.frame.FrameCase.Entrance.AGENT;
import static dev.parley.bench.frame.FrameCase.Entrance.UNKNOWN_VISITOR;
import static dev.parley.bench.frame.FrameCase.Entrance.VISITOR;
import static dev.parley.bench.frame.FrameCase.clear;
import static dev.parley.bench.frame.FrameCase.fine;
import static dev.parley.bench.frame.FrameCase.frame;
import static dev.parley.bench.frame.FrameCase.text;

import dev.parley.bench.client.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cases by name: sizes, fragments, encodings, JSON that is none, fields that are wrong. */
final class FrameCases {
    private static final int LARGEST = 64 * 1024;
    private static final String PINGS = "{\"type\":\"ping\",\"pad\":\"\"}";

    private FrameCases() {}

    static List<FrameCase> all() {
        List<FrameCase> all = new ArrayList<>();
        all.addAll(beforeHello());
        all.addAll(sizes());
        all.addAll(framing());
        all.addAll(encodings());
        all.addAll(json());
        all.addAll(fields());
        return all;
    }

    private static List<FrameCase> beforeHello() {
        return List.of(
                text("send before hello", UNKNOWN_VISITOR, send("a", "hi"), "4000", "4001"),
                text("no JSON before hello", UNKNOWN_VISITOR, "hello", "4000", "4001"),
                text("hello without token", UNKNOWN_VISITOR, "{\"type\":\"hello\"}", "4000", "4001"),
                text("hello with a wrong token", UNKNOWN_VISITOR, "{\"type\":\"hello\",\"token\":\"nobody\"}", "4001"),
                text(
                        "hello with a number as token",
                        UNKNOWN_VISITOR,
                        "{\"type\":\"hello\",\"token\":7}",
                        "4000",
                        "4001"),
                text(
                        "hello with a huge token",
                        UNKNOWN_VISITOR,
                        "{\"type\":\"hello\",\"token\":\"" + "x".repeat(60_000) + "\"}",
                        "4000",
                        "4001",
                        "1009"),
                text(
                        "hello twice",
                        VISITOR,
                        "{\"type\":\"hello\",\"token\":\"nobody\"}",
                        "invalid",
                        "conflict",
                        "4000",
                        "4001"));
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
                        socket -> socket.text(send("long", "x".repeat(8001))),
                        "too-large",
                        "invalid"),
                fine(
                        "a text of 8,000 characters of 3 bytes",
                        VISITOR,
                        socket -> socket.text(send("wide", "\u6f22".repeat(8000)))));
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

    private static List<FrameCase> json() {
        List<FrameCase> cases = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "x",
                "{",
                "}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"type\":}",
                "{'type':'ping'}",
                "{\"type\":\"ping\"}{\"type\":\"ping\"}",
                "[".repeat(20_000),
                "{\"a\":".repeat(10_000),
                "{}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":{}}",
                "{\"type\":\"\"}",
                "{\"type\":\"Send\"}",
                "{\"type\":\"welcome\"}",
                "{\"type\":\"no-such-thing\",\"ref\":\"1\"}",
                "{\"type\":\"__proto__\"}",
                "\ufeff{\"type\":\"x\"}")) {
            String shown = text.length() > 30 ? text.substring(0, 10) + "... " + text.length() : text;
            cases.add(text("the text <" + shown + ">", VISITOR, text, "invalid", "4000"));
        }
        return cases;
    }

    private static List<FrameCase> fields() {
        List<FrameCase> cases = new ArrayList<>(List.of(
                text(
                        "a ref of 65 characters",
                        VISITOR,
                        "{\"type\":\"history\",\"ref\":\"" + "r".repeat(65) + "\",\"conversation\":\"x\",\"after\":0}",
                        "invalid",
                        "too-large",
                        "4000"),
                text(
                        "a send with another's conversation",
                        VISITOR,
                        "{\"type\":\"send\",\"ref\":\"1\",\"clientId\":\"f\","
                                + "\"conversation\":\"no-such\",\"text\":\"x\"}",
                        "not-found"),
                text(
                        "a transfer by a visitor",
                        VISITOR,
                        "{\"type\":\"transfer\",\"ref\":\"1\",\"conversation\":\"x\",\"to\":{}}",
                        "invalid",
                        "forbidden",
                        "not-found",
                        "4000"),
                text(
                        "a note by a visitor",
                        VISITOR,
                        "{\"type\":\"note\",\"ref\":\"1\",\"clientId\":\"n\",\"conversation\":\"x\","
                                + "\"text\":\"x\"}",
                        "invalid",
                        "forbidden",
                        "not-found",
                        "4000"),
                text(
                        "a presence that is none",
                        AGENT,
                        "{\"type\":\"presence\",\"ref\":\"1\",\"status\":\"asleep\"}",
                        "invalid"),
                text(
                        "an accept of nothing",
                        AGENT,
                        "{\"type\":\"accept\",\"ref\":\"1\",\"conversation\":\"no-such\"}",
                        "not-found"),
                text(
                        "a send with a file that is none",
                        VISITOR,
                        "{\"type\":\"send\",\"ref\":\"1\",\"clientId\":\"g\",\"text\":\"x\","
                                + "\"files\":[\"no-such\"]}",
                        "not-found",
                        "invalid")));
        for (String body : List.of(
                "\"clientId\":\"a\"",
                "\"clientId\":\"a\",\"text\":\"\"",
                "\"clientId\":\"a\",\"text\":null",
                "\"clientId\":\"a\",\"text\":7",
                "\"clientId\":\"a\",\"text\":[\"x\"]",
                "\"text\":\"x\"",
                "\"clientId\":\"\",\"text\":\"x\"",
                "\"clientId\":null,\"text\":\"x\"",
                "\"clientId\":{},\"text\":\"x\"",
                "\"clientId\":\"" + "c".repeat(5000) + "\",\"text\":\"x\"",
                "\"clientId\":\"a\\u0000\",\"text\":\"x\"",
                "\"clientId\":\"nul\",\"text\":\"a\\u0000b\"",
                "\"clientId\":\"half\",\"text\":\"a\\ud800b\"",
                "\"clientId\":\"d\",\"text\":\"x\",\"department\":\"no-such\"",
                "\"clientId\":\"d\",\"text\":\"x\",\"department\":7",
                "\"clientId\":\"c\",\"text\":\"x\",\"conversation\":7",
                "\"clientId\":\"r\",\"text\":\"x\",\"replyTo\":\"no-such\"",
                "\"clientId\":\"fi\",\"text\":\"x\",\"files\":7")) {
            String shown = body.length() > 70 ? body.substring(0, 30) + "..." : body;
            cases.add(text(
                    "a send with " + shown,
                    VISITOR,
                    "{\"type\":\"send\",\"ref\":\"1\"," + body + "}",
                    "invalid",
                    "too-large",
                    "not-found"));
        }
        for (String number : List.of("-1", "0.5", "1e999", "99999999999999999999", "\"1\"", "null", "[]", "true")) {
            cases.add(clear(
                    "a history after " + number,
                    VISITOR,
                    socket -> socket.text("{\"type\":\"history\",\"ref\":\"1\",\"conversation\":\"x\",\"after\":"
                            + number + ",\"limit\":" + number + "}")));
            cases.add(clear(
                    "a read mark at " + number,
                    VISITOR,
                    socket -> socket.text("{\"type\":\"read\",\"conversation\":\"x\",\"seq\":" + number + "}")));
        }
        return cases;
    }

    static String send(String clientId, String text) {
        return "{\"type\":\"send\",\"ref\":\"1\",\"clientId\":\"" + clientId + "\",\"text\":\"" + text + "\"}";
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
