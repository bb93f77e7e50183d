package dev.parley.idempotency;

/** What a request was answered. @param status of HTTP, 2xx @param body JSON */
public record KeptAnswer(int status, String body) {}
