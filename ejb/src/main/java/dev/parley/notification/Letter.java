package dev.parley.notification;

/**
 * A notification on its way.
 *
 * @param subscription key of the browser's subscription
 * @param conversation key of the conversation in which somebody answered
 * @param notice what it says
 */
public record Letter(long subscription, long company, long conversation, PushAddress address, String notice) {}
