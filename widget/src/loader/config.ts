/** What the server writes into the loader in place of its marker; see widget/README.md. */
export interface LoaderConfig {
  /** Parley's own origin, exactly as the frame's documents will have it. */
  readonly origin: string;
  readonly site: string;
  /** The company's name as visitors know it. */
  readonly name: string;
  /** Address of the panel's document; by default the full-page chat's with `?frame`. */
  readonly panel?: string;
  readonly brand?: { readonly color?: string; readonly onColor?: string; readonly theme?: 'light' | 'dark' };
  readonly position?: 'start' | 'end';
  /** Text beside the launcher's icon. */
  readonly label?: string;
  readonly texts?: { readonly open?: string; readonly close?: string; readonly unread?: string; readonly frame?: string };
}
