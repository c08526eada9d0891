import { describe, expect, test } from 'vitest'
import type { Language, TextKey } from '#shared/i18n/languages.ts'
import { TEXTS } from '#shared/i18n/texts.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { KEYS, LANGUAGE_CODES, sampleValues } from './messages.ts'

/** Words that docs/words.md replaces by another one; as whole words, in any case. */
const REPLACED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    // the port, the encrypted connection, the certificate
    'doors?',
    'seal(?:s|ed|ing)?',
    'vouch(?:es|ed)?',
    // capabilities, DNS, the server log, spoofing
    'abilit(?:y|ies)',
    'directory of names',
    'conversation',
    'fakes?',
    'other ways in',
    // the actor has a name
    'whoever',
    'somebody',
    'someone',
    'nobody',
    'anybody',
    'anyone',
    'everybody',
    'people who',
    'the people',
    'people',
    'this person',
    'admins?',
    // the program is Mailwright
    'we',
    'us',
    'our',
    'ourselves',
    // servers accept, refuse, require
    'wants?',
    'said',
    'says no',
    'speaks?',
    'lets? \\w+ in',
    'takes? no',
    'turned? away',
    // what the user does with an account, and no riddles
    'forget',
    'forgotten',
    'toy',
    'nickname',
    'witness',
  ],
  de: [
    'Türe?n?',
    'Türnummer',
    'Siegel',
    '(?:un)?versiegel\\w*',
    'bürg(?:t|en)',
    'Fähigkeit(?:en)?',
    'Namensverzeichnis\\w*',
    'Gespräch',
    'Unterschrift\\w*',
    'unterschr\\w+',
    'Fälschung',
    'jemand\\w*',
    'niemand\\w*',
    'Leuten?',
    'Betreiber\\w*',
    'wer \\w+ betreibt',
    'Admins?(?! Center)',
    'wir',
    'uns',
    'unser\\w*',
    'möchte',
    'will',
    'spricht',
    'abgewiesen',
    'Kennung',
    'sicher[nt]',
    'gesichert',
    'vergess(?:en|t)',
    'Netze?s?',
    'Netzen',
    'Schlüsselbund',
    'du',
    'dein\\w*',
    'Spielzeug',
    'Zweitname\\w*',
    'Zeuge',
    // one word for one thing: Computer, Passwort
    'Rechners?',
    'Kennworts?',
    'man',
    // menus of other programs stand in German, as these print them
    'Settings',
    'Mail flow',
    'Users',
    'Active users',
    'Manage email apps',
    'Recipients',
    'Mailboxes',
    'Send as',
    'Applications',
    'Consent and permissions',
    'Sign-in logs',
    'Conditional Access',
    'End User Access',
  ],
}

/** Where a word of the list above is the right one after all. */
const MAY_STAY: Readonly<Record<string, readonly TextKey[]>> = {
  // Microsoft calls its page so.
  admin: [
    'code.AUTH_REJECTED.text',
    'code.AUTH_SMTP_DISABLED_TENANT.text',
    'code.AUTH_SMTP_DISABLED_MAILBOX.text',
    'remedy.smtp-tenant.where',
    'oauth.kit.entra.4',
  ],
  // A person is asked, and no server.
  want: ['handover.question'],
  // What stands on a page that is quoted.
  said: ['page-said', 'explained.OAUTH_CONSENT.text'],
}

const MOST_WORDS_OF_A_TITLE = 8

/** Every text as a person may read it: in each of its variants, with names filled in. */
function readings(language: Language, keys: readonly TextKey[]) {
  const { t } = createTranslator(language)
  return keys.flatMap((key) =>
    sampleValues(TEXTS[language][key], language).map((values) => ({ key, words: t(key, values) })),
  )
}

function mayStay(key: TextKey, word: string): boolean {
  return Object.hasOwn(MAY_STAY, word) && (MAY_STAY[word] ?? []).includes(key)
}

const keysLike = (pattern: RegExp) => KEYS.filter((key) => pattern.test(key))
const TITLES = keysLike(/^(?:code|explained)\..+\.title$/)
const SENTENCES = keysLike(
  /^(?:code|explained)\.[A-Z_]+\.text$|\.lead(?:\.|$)|^(?:hint|reason|explain\.how|explain\.turn|password-sent|status)\./,
)
const BUTTONS = keysLike(
  /^action\.|^explain\.button\.|^(?:result\.(?:save|sign|to)|sign-in\.test|accounts\.yes)/,
)

describe.each(LANGUAGE_CODES)('the texts in the language "%s"', (language) => {
  const all = readings(language, KEYS)
  test.each(REPLACED[language])('never say "%s"', (word) => {
    const found = all.flatMap(({ key, words }) => {
      const [hit = null] =
        new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${word})(?![\p{L}\p{N}-])`, 'iu').exec(words) ?? []
      return hit === null || mayStay(key, hit) ? [] : [`${key}: ${words}`]
    })
    expect(found).toEqual([])
  })

  test('have titles that are read at a glance, and end without a full stop', () => {
    const long = readings(language, TITLES).filter(
      ({ words }) => words.split(/\s+/).length > MOST_WORDS_OF_A_TITLE || /[.!:,;]$/.test(words),
    )
    expect(long).toEqual([])
  })

  test('have explanations of whole sentences', () => {
    const unfinished = readings(language, SENTENCES).filter(({ words }) => !/[.?]$|\borg$/.test(words))
    expect(unfinished).toEqual([])
  })

  test('have buttons without a full stop', () => {
    expect(readings(language, BUTTONS).filter(({ words }) => words.endsWith('.'))).toEqual([])
  })

  test('name the encryption as mail programs print it', () => {
    const { t } = createTranslator(language)
    expect([t('security.tls'), t('security.starttls'), t('servers.field.port')]).toEqual([
      'SSL/TLS',
      'STARTTLS',
      'Port',
    ])
  })
})

test('every exception is one that is needed', () => {
  const needless = Object.entries(MAY_STAY).flatMap(([word, keys]) =>
    keys.filter((key) =>
      LANGUAGE_CODES.every(
        (language) => !new RegExp(String.raw`\b${word}\b`, 'i').test(TEXTS[language][key]),
      ),
    ),
  )
  expect(needless).toEqual([])
})
