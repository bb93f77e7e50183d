/** Starts the visitor's app in the page's root element. */
import { render } from 'preact';
import { words } from '../shared/i18n';
import { App } from './app';
import { paint, readPage } from './config';
import { surround } from './context';
import { texts } from './texts';
import { Visit } from './visit';

const root = document.getElementById('parley');
if (root) {
  const page = readPage(root);
  paint(page.config.brand ?? {});
  surround(new Visit(page), words(texts, page.config.language ?? 'en'));
  render(<App />, root);
}
