/**
 * A real Chromium, told what to do and asked what it measured through its own DevTools protocol. No driver stands between: one
 * that keeps every page focused and visible, or sits in every page, would change what is measured here.
 */
package dev.parley.bench.browser;
