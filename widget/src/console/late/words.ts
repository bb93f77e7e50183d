import type { Words } from '../../shared/i18n';
import { words } from '../../shared/i18n';

const en = {
  responses: 'Canned responses',
  none: 'There are no canned responses yet.',
  keep: 'Write some',
  inserted: '/{shortcut} inserted',
  undo: 'Undo',
  now: 'Send now',
  held: 'Goes out in a moment',
  seconds: 'in {count} s',
  missing: '{names} is not known here. Write it yourself, or send once more to send it as it stands.',
  on: 'Replies wait 5 seconds before they go out.',
  off: 'Replies go out at once.',
} as const;

type Late = Readonly<Record<keyof typeof en, string>>;

const de: Late = {
  responses: 'Textbausteine',
  none: 'Es gibt noch keine Textbausteine.',
  keep: 'Welche schreiben',
  inserted: '/{shortcut} eingefügt',
  undo: 'Rückgängig',
  now: 'Jetzt senden',
  held: 'Geht gleich hinaus',
  seconds: 'in {count} s',
  missing: '{names} ist hier nicht bekannt. Schreiben Sie es selbst, oder senden Sie noch einmal, um es so zu senden.',
  on: 'Antworten warten 5 Sekunden, bevor sie hinausgehen.',
  off: 'Antworten gehen sofort hinaus.',
};

const ar: Late = {
  responses: 'الردود الجاهزة',
  none: 'لا توجد ردود جاهزة بعد.',
  keep: 'اكتب بعضها',
  inserted: 'أُدرج /{shortcut}',
  undo: 'تراجع',
  now: 'أرسل الآن',
  held: 'يُرسل بعد لحظات',
  seconds: 'بعد {count} ث',
  missing: '{names} غير معروف هنا. اكتبه بنفسك، أو أرسل مرة أخرى لإرساله كما هو.',
  on: 'تنتظر الردود 5 ثوانٍ قبل إرسالها.',
  off: 'تُرسل الردود فورًا.',
};

export const tables = { en, de, ar };

/** The words of what is fetched late, in the language of the page. They come with it: the console's own have no room. */
export function lateWords(language: string): Words<Late> {
  const [base = ''] = language.split('-');
  return words<Late>(base === 'de' ? de : base === 'ar' ? ar : en, language);
}
