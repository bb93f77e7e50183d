package dev.parley.bench.frame;

import static dev.parley.bench.frame.FrameCase.Entrance.AGENT;
import static dev.parley.bench.frame.FrameCase.Entrance.UNKNOWN_VISITOR;
import static dev.parley.bench.frame.FrameCase.Entrance.VISITOR;
import static dev.parley.bench.frame.FrameCase.clear;
import static dev.parley.bench.frame.FrameCase.text;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in the text of a frame: JSON that is none, fields that are wrong, things said too early or by the wrong person. */
final class TextCases {
    private TextCases() {}

    static List<FrameCase> afterHello() {
        List<FrameCase> all = new ArrayList<>(json());
        all.addAll(fields());
        return all;
    }

    static List<FrameCase> beforeHello() {
        return List.of(
                text("send before hello", UNKNOWN_VISITOR, FrameCases.send("a", "hi"), "4000", "4001"),
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
}
