package dev.parley.call;

/** A desk phone as administrators see it. @param registered whether it can be reached now */
public record PhoneView(String id, String extension, String account, boolean registered) {}
