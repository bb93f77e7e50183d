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
  readonly brand?: { readonly color?: string; readonly onColor?: string };
  readonly position?: 'start' | 'end';
  /** The button's words by language; the site's own language comes first. `unread` holds `{count}`. */
  readonly texts: Readonly<Record<string, LauncherTexts>>;
}
