import type { Language } from '#shared/i18n/languages.ts'

/** A day as it is written out in a language, and the words before it that make it past or to come. */
interface Tenses {
  readonly day: RegExp
  readonly read: (words: RegExpMatchArray) => string
  readonly past: RegExp
  readonly future: RegExp
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = { en: monthsIn('en'), de: monthsIn('de') }

const TENSES: Readonly<Record<Language, Tenses>> = {
  en: {
    day: new RegExp(`(${MONTHS.en.join('|')}) (\\d{1,2}), (\\d{4})`, 'g'),
    read: ([, month = '', day = '', year = '']) => isoDay(year, MONTHS.en.indexOf(month), day),
    past: /\b(since|ended on|closed on) $/i,
    future: /\b(from|ends on) $/i,
  },
  de: {
    day: new RegExp(`(\\d{1,2})\\. (${MONTHS.de.join('|')}) (\\d{4})`, 'g'),
    read: ([, day = '', month = '', year = '']) => isoDay(year, MONTHS.de.indexOf(month), day),
    past: /\b(seit dem|endete am|hat am) $/i,
    future: /\b(ab dem|endet am) $/i,
  },
}

/** The places of a text that speak of a past day as if it were to come, or the other way round. */
export function wronglyTensed(text: string, language: Language, today: string): readonly string[] {
  const { day, read, past, future } = TENSES[language]
  return [...text.matchAll(day)].flatMap((found) => {
    const fitting = read(found) <= today ? past : future
    return fitting.test(text.slice(0, found.index)) ? [] : [text]
  })
}

function monthsIn(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 15))))
}

function isoDay(year: string, month: number, day: string): string {
  return `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
