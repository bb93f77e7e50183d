import type english from './texts/en.json';

/** The panel's words in the visitor's language. The page brings them, with the site's own in place of ours. */
export type PanelTexts = Readonly<Record<keyof typeof english, string>>;
