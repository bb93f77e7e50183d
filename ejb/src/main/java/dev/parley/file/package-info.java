/**
 * What people attach to a conversation: received with a hard limit, its type found in its content, kept under a generated name outside
 * any web root, checked for malware before anybody can open it, opened by the conversation's participants only.
 *
 * <p>The root is the door ({@link dev.parley.file.Files}), the views, the event and three walls: {@link dev.parley.file.FileStore} (where
 * the bytes lie), {@link dev.parley.file.FileScanner} (who checks them) and {@link dev.parley.file.FileAccess} (who may see a
 * conversation; conversation answers it). Arrow: conversation → file, never back; news go out as {@link dev.parley.file.FileEvent}.
 */
package dev.parley.file;
