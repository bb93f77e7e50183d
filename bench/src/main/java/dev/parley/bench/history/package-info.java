/**
 * What was promised and what was seen, one line of JSON each, and the rules that must hold over it. The rules read the file
 * and nothing else, so a history can be checked again long after its run.
 *
 * <p>Operations: {@code invoke} (a client wants to send), {@code sent} (the server answered), {@code unknown} (the socket
 * ended or the server asked to retry), {@code socket} (a client is live again, with what it resumed), {@code seen} (a message
 * reached a client), {@code fetched} (a client asked for it), {@code fault}, and after the end {@code listed} (a visitor's conversations) and {@code view} (a
 * conversation as one side reads it).
 */
package dev.parley.bench.history;
