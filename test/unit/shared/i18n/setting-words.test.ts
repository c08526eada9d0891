import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { settingWords } from '#shared/i18n/setting-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { READABLE_CLIENTS, READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { SETTING_CODES, type SettingFinding } from '#shared/programs/setting-finding.ts'

const finding = (more: Partial<SettingFinding>): SettingFinding => ({
  code: 'SET_PORT',
  severity: 'error',
  turn: 'you',
  field: 'port',
  protocol: 'smtp',
  has: '25',
  should: '587',
  live: null,
  ...more,
})

const said = (client: ReadableClient, more: Partial<SettingFinding>, language: Language = 'en') =>
  settingWords(finding(more), client, READERS[client].program, createTranslator(language))

describe.each(Object.keys(LANGUAGES) as readonly Language[])('in %s', (language) => {
  test.each(SETTING_CODES)('%s has a title and a reason, and no gap', (code) => {
    const { title, explanation } = said('thunderbird', { code }, language)
    for (const text of [title, explanation]) {
      expect(text.length).toBeGreaterThan(10)
      expect(text).not.toMatch(/[{}]|undefined/)
    }
  })
})

test.each<readonly [ReadableClient, Partial<SettingFinding>, change: string | null, place: string | null]>([
  ['thunderbird', {}, 'Port: 25 → 587', 'Open ☰ > Account Settings > Outgoing Server (SMTP) > Edit > Port'],
  [
    'thunderbird',
    { field: 'authentication', protocol: 'imap', has: 'challenge', should: 'password' },
    'Authentication: Encrypted password → Normal password',
    'Open ☰ > Account Settings > Server Settings > Authentication method',
  ],
  [
    'betterbird',
    { field: 'encryption', has: 'if-offered', should: 'starttls' },
    'Encryption: STARTTLS if offered → STARTTLS',
    'Open ☰ > Account Settings > Outgoing Server (SMTP) > Edit > Connection security',
  ],
  [
    'outlook-classic',
    { field: 'authentication', has: 'none', should: 'password' },
    'Authentication: no authentication → password',
    'Open File > Account Settings > Account Settings > Change > More Settings > My outgoing server (SMTP) requires authentication',
  ],
  [
    'outlook-classic',
    { field: 'authentication', protocol: 'imap', has: 'spa', should: 'password' },
    'Authentication: SPA (NTLM) → password',
    'Open File > Account Settings > Account Settings > Change > Require logon using Secure Password Authentication (SPA)',
  ],
  ['claws-mail', {}, 'Port: 25 → 587', 'Open Configuration > Edit accounts > Edit > Send'],
  ['mbsync', { protocol: 'imap', field: 'user-name', has: '', should: null }, null, 'In the file: User'],
  [
    'getmail',
    { protocol: 'imap', field: 'server', has: 'a', should: null },
    'Server: a',
    'In the file: server',
  ],
  ['env', {}, 'Port: 25 → 587', null],
  ['msmtp', { field: 'password', has: '', should: null }, null, null],
])('%s %j', (client, more, change, place) => {
  expect(said(client, more)).toMatchObject({ change, place })
})

test('every program with menus or words of its own says where the server is changed', () => {
  const without = READABLE_CLIENTS.filter(
    (client) =>
      said(client, { field: 'server', protocol: 'smtp' }).place === null &&
      said(client, { field: 'server', protocol: 'imap' }).place === null,
  )
  expect(without).toEqual(['env', 'wordpress'])
})
