/** A rule by which the page speaks first; all that it names must be true. */
export interface Rule {
  /** By which a browser remembers that it has been said. */
  readonly id: string;
  readonly text: string;
  /** Milliseconds from when the loader calls: by then the page has stood for a while. */
  readonly after: number;
  /** Seen in this visit, this one included. */
  readonly pages: number;
  /** Whether it is for those who were here before, or for those who were not; absent for both. */
  readonly back?: boolean;
  /** Where it is said, as a regular expression over `location.pathname`; absent for everywhere. */
  readonly path?: string;
}

/** What the server writes into the script in place of its marker; see widget/README.md. */
export interface InviteConfig {
  /** Address of the script that says whether somebody is free. */
  readonly here: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly company: string;
  readonly texts: { readonly start: string; readonly here: string; readonly no: string; readonly label: string };
  /** What the site's look adds to the card's own style sheet. */
  readonly css: string;
  readonly rules: readonly Rule[];
}

/** What that script says, at the moment it is fetched. */
export interface Here {
  /** Paths as regular expressions, and whether somebody is free for who begins there; the first that fits counts. */
  readonly free: readonly (readonly [path: string, free: boolean])[];
  /** Of somebody who is there, where the site shows its people. */
  readonly name?: string;
  /** As base64. */
  readonly photo?: string;
}
