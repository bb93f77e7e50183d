export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

/** What is said of promises, by language; they come with the code that shows them. */
const en = {
  'first-response': 'First answer due in {time}',
  'next-response': 'Answer due in {time}',
  resolution: 'To be resolved in {time}',
  'first-response.late': 'First answer late by {time}',
  'next-response.late': 'Answer late by {time}',
  'resolution.late': 'Should be resolved since {time}',
  'first-response.missed': 'The first answer is late.',
  'next-response.missed': 'The answer is late.',
  'resolution.missed': 'Should be resolved by now.',
  priority: 'Priority',
  'priority.urgent': 'Urgent',
  'priority.high': 'High',
  'priority.normal': 'Normal',
  'priority.low': 'Low',
};

type ClockTexts = Readonly<typeof en>;

const de: ClockTexts = {
  'first-response': 'Erste Antwort fällig in {time}',
  'next-response': 'Antwort fällig in {time}',
  resolution: 'Zu lösen in {time}',
  'first-response.late': 'Erste Antwort überfällig seit {time}',
  'next-response.late': 'Antwort überfällig seit {time}',
  'resolution.late': 'Sollte seit {time} gelöst sein',
  'first-response.missed': 'Die erste Antwort ist überfällig.',
  'next-response.missed': 'Die Antwort ist überfällig.',
  'resolution.missed': 'Sollte jetzt gelöst sein.',
  priority: 'Dringlichkeit',
  'priority.urgent': 'Dringend',
  'priority.high': 'Hoch',
  'priority.normal': 'Normal',
  'priority.low': 'Niedrig',
};

const ar: ClockTexts = {
  'first-response': 'الرد الأول مستحق خلال {time}',
  'next-response': 'الرد مستحق خلال {time}',
  resolution: 'الحل مستحق خلال {time}',
  'first-response.late': 'تأخر الرد الأول منذ {time}',
  'next-response.late': 'تأخر الرد منذ {time}',
  'resolution.late': 'تأخر الحل منذ {time}',
  'first-response.missed': 'تأخر الرد الأول.',
  'next-response.missed': 'تأخر الرد.',
  'resolution.missed': 'كان يجب أن يُحل الآن.',
  priority: 'الأولوية',
  'priority.urgent': 'عاجلة',
  'priority.high': 'عالية',
  'priority.normal': 'عادية',
  'priority.low': 'منخفضة',
};

const TABLES: Readonly<Record<string, ClockTexts>> = { en, de, ar };

/** The table for a language tag; English for one that there is none for. */
export function textsFor(tag: string): ClockTexts {
  return TABLES[tag.split('-')[0] ?? ''] ?? en;
}
