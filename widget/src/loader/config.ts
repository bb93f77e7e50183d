/** The launcher's name, closed and open, and what follows it while something is unread. */
export interface LauncherTexts {
  readonly open: string;
  readonly close: string;
  readonly unread: string;
}

/** What the server writes into the loader in place of its marker; see widget/README.md. */
export interface LoaderConfig {
  /** Parley's own origin, exactly as the frame's documents will have it. */
  readonly origin: string;
  readonly site: string;
  /** What the site's look adds to the loader's own style sheet: `--brand` and `--on` of the host, and whatever differs from the usual. */
  readonly css: string;
  /** The launcher's icon, as a path in a box of 24; absent for the usual one. */
  readonly icon?: string;
  /** Paths on which the button is not shown, as a regular expression. What opens the chat otherwise still does. */
  readonly hide?: string;
  /**
   * Where the site's rules let a page speak first: after how many milliseconds on it, and on which paths, as a regular expression, the first
   * of them may come true. Only then is fetched what knows the rules.
   */
  readonly invite?: readonly [after: number, paths: string];
  /** The button's words by language; the site's own language comes first. `unread` holds `{count}`. */
  readonly texts: Readonly<Record<string, LauncherTexts>>;
}
