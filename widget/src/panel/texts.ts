import type english from './texts/en.json';
import type later from './texts/later/en.json';

/**
 * The panel's words in the visitor's language, with the site's own in place of ours. The page brings those that are needed on opening; the
 * others come with the first part that is fetched later.
 */
export type PanelTexts = Readonly<Record<keyof typeof english | keyof typeof later, string>>;
