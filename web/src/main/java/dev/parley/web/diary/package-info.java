/**
 * The desk's diary in the server's log: lines of {@code key=value} that name requests and conversations by their public ids. What
 * somebody wrote, asked for in a query or is called never stands here.
 */
package dev.parley.web.diary;
