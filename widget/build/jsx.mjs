/** What the classic JSX transform calls, for esbuild to add where JSX stands. */
export { Fragment, h } from 'preact';
