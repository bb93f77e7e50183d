/** Files over REST: an upload read from the stream as it comes, and downloads with the headers that keep a browser from running them. */
package dev.parley.web.rest.files;
