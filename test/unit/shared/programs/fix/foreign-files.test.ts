import { describe, expect, test } from 'vitest'
import { fixedText } from '#shared/programs/fix/fixed-text.ts'
import { withoutSecrets } from '#shared/programs/fix/without-secrets.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { fixed } from './fixed.ts'
import { FOREIGN_FILES } from './foreign-files.ts'

/** Takes the changed lines out of a text, each as it is shown and where it stands. */
function without(text: string, changes: readonly string[], mark: '-' | '+'): string {
  const lines = text.split(/(?<=\n)/)
  for (const change of changes.filter((line) => line.startsWith(mark))) {
    const [head = ''] = change.slice(1).split('•••')
    const at = lines.findIndex(
      (line) => line.startsWith(head) && (mark === '-' || line.trimEnd().length >= head.length),
    )
    lines.splice(at, 1)
  }
  return lines.join('').trimEnd()
}

describe('a file in the style of its user keeps it', () => {
  test.each(FOREIGN_FILES)('%s (%s)', (_what, client, text, change) => {
    const { result } = fixed(client, [{ name: 'settings', text }])
    if (!result.ok) throw new Error(result.error)
    const shown = result.value.changes.flatMap(({ before, after }) => [
      ...(before === null ? [] : [`-${before}`]),
      `+${after}`,
    ])
    expect(shown).toEqual(change)
    expect(without(result.value.text, change, '+')).toBe(without(text, change, '-'))
    expect(result.value.text.endsWith('\n')).toBe(text.endsWith('\n'))
    expect(result.value.text.includes('\r\n')).toBe(text.includes('\r\n'))
    expect(/[^\r]\n/.test(result.value.text)).toBe(/[^\r]\n/.test(text))
  })
})

const MSMTP =
  'account a\nhost mial.gmx.net\nport 587\nfrom anna@gmx.net\ntls on\nauth on\nuser anna@gmx.net\n'

const REFUSED: readonly (readonly [what: string, client: ReadableClient, text: string, error: string])[] = [
  [
    'another account takes the value from this one',
    'msmtp',
    `${MSMTP}account b : a\nhost mail.example.org\n`.replace('mial', 'mail').replace('port 587', 'port 465'),
    'FIX_SHARED',
  ],
  ['a command says more', 'msmtp', `${MSMTP}eval "echo tls off"\n`, 'FIX_ELSEWHERE'],
  [
    'a command says the user name',
    'mbsync',
    'IMAPAccount a\nHost imap.gmx.net\nUserCmd x\nSSLType IMAPS\nUser anna\n',
    'FIX_ELSEWHERE',
  ],
  [
    'a tunnel stands for the server',
    'mbsync',
    'IMAPAccount a\nHost imap.gmx.nte\nTunnel "ssh x"\n',
    'FIX_ELSEWHERE',
  ],
  [
    'two accounts with one name',
    'mbsync',
    'IMAPAccount a\nHost imap.gmx.nte\nIMAPAccount a\nHost b.example.org\n',
    'FIX_FORM',
  ],
  [
    'a command says the host',
    'offlineimap',
    '[Account a]\nremoterepository = r\n[Repository r]\nremotehosteval = f()\nremotehost = imap.gmx.nte\nremoteuser = anna@gmx.net\n',
    'FIX_ELSEWHERE',
  ],
  [
    'a value goes on in the next line',
    'offlineimap',
    '[Account a]\nremoterepository = r\n[Repository r]\nremotehost = imap.gmx.nte\n  .example\nremoteuser = anna@gmx.net\nsslcacertfile = x\n',
    'FIX_FORM',
  ],
  [
    'another file is read below, and may set it anew',
    'neomutt',
    'set from=anna@gmx.net folder=imaps://imap.gmx.nte imap_user=anna@gmx.net\nsource ~/.more\n',
    'FIX_ELSEWHERE',
  ],
  [
    'a value is put together from variables',
    'neomutt',
    'set from=anna@gmx.net my_host=imap.gmx.net\nset imap_user=$from\nset folder=imaps://$my_host:995/\n',
    'FIX_FORM',
  ],
  [
    'a token in a program that needs a command for it',
    'msmtp',
    'account a\nhost smtp-mail.outlook.com\nport 587\nfrom anna@outlook.com\ntls on\nauth on\nuser anna@outlook.com\n',
    'FIX_VALUE',
  ],
  [
    'a line is too long to be looked through',
    'fetchmail',
    `poll imap.gmx.net proto imap service 995 user "anna@gmx.net" ssl${' keep'.repeat(1_000)}\n`,
    'FIX_FORM',
  ],
  [
    'a key that is in no form of this program',
    'himalaya',
    '[accounts.a]\nimap = { server = "x" }\n',
    'FIX_NOTHING',
  ],
]

describe('what might be read otherwise is refused', () => {
  test.each(REFUSED)('%s (%s)', (_what, client, text, error) => {
    const { result } = fixed(
      client,
      [{ name: 'settings', text }],
      text.includes('outlook.com') ? 'anna@outlook.com' : undefined,
    )
    expect(result).toEqual({ ok: false, error })
  })
})

const MAILBOX: ProgramService = {
  protocol: 'smtp',
  host: 'mail.gmx.net',
  port: 587,
  encryption: 'starttls',
  userName: 'anna@gmx.net',
  method: 'any',
  certificate: 'checked',
}

describe('what a file could take for more than a value is not written', () => {
  test.each<Partial<ProgramService>>([
    { userName: 'anna"' },
    { userName: 'a b' },
    { userName: '$(id)' },
    { host: 'mail.gmx.net\ntls off' },
    { userName: '-a' },
    { port: 0 },
    { encryption: 'none' },
  ])('%j', (odd) => {
    const account = { name: 'a', address: 'anna@gmx.net', services: [{ ...MAILBOX, ...odd }] }
    expect(fixedText('msmtp', MSMTP, [account])).toEqual({ ok: false, error: 'FIX_VALUE' })
  })
})

test('two accounts that send by one server change with it together', () => {
  const prefs = ['1', '2'].flatMap((n) => [
    `user_pref("mail.account.account${n}.server", "server${n}");`,
    `user_pref("mail.account.account${n}.identities", "id${n}");`,
    `user_pref("mail.identity.id${n}.useremail", "anna@gmx.net");`,
    `user_pref("mail.server.server${n}.type", "imap");`,
    `user_pref("mail.server.server${n}.hostname", "imap.gmx.net");`,
    `user_pref("mail.server.server${n}.socketType", 3);`,
    `user_pref("mail.server.server${n}.userName", "anna@gmx.net");`,
  ])
  const text = [
    ...prefs,
    'user_pref("mail.accountmanager.accounts", "account1,account2");',
    'user_pref("mail.smtp.defaultserver", "smtp1");',
    'user_pref("mail.smtpserver.smtp1.hostname", "mail.gmx.net");',
    'user_pref("mail.smtpserver.smtp1.port", 587);',
    'user_pref("mail.smtpserver.smtp1.try_ssl", 3);',
    'user_pref("mail.smtpserver.smtp1.username", "anna@gmx.net");',
  ].join('\n')
  const { result } = fixed('thunderbird', [{ name: 'prefs.js', text }])
  expect(result.ok && result.value.text).toBe(text.replace('try_ssl", 3', 'try_ssl", 2'))
})

describe('a user name that stays is not written again, whatever quotes it has', () => {
  test.each<readonly [ReadableClient, string, string, string]>([
    [
      'mbsync',
      'IMAPAccount a\nHost h.example.org\nUser "o\'n \\"x\\""\nSSLType STARTTLS\n',
      'STARTTLS',
      'IMAPS',
    ],
    ['neomutt', "set imap_user='o'\\''n b'\nset folder=imap://h.example.org:143\n", 'imap://', 'imaps://'],
    [
      'fetchmail',
      'poll h.example.org user "o\\x22n" sslproto "x" service 143\n',
      'sslproto "x" service 143',
      'sslproto "x" service 143 ssl',
    ],
    ['aerc', '[a]\nsource = imap://o%27n:p%40w@h.example.org:143\n', 'imap://', 'imaps://'],
    [
      'himalaya',
      '[accounts.a.backend]\ntype = "imap"\nhost = "h.example.org"\nport = 143\nencryption.type = "start-tls"\nlogin = "o\\"n"\n',
      '"start-tls"',
      '"tls"',
    ],
    [
      'msmtp',
      'account a\nhost h.example.org\nport 143\ntls on\nauth on\nuser "o"n"\ntls_starttls on\n',
      'starttls on',
      'starttls off',
    ],
  ])('%s', (client, text, from, to) => {
    const read = READERS[client].read([{ name: '', text }])
    const accounts = read.ok ? read.value.accounts : []
    const port = client === 'mbsync' ? 143 : undefined
    const wanted = accounts.map((account) => ({
      ...account,
      services: account.services.map((service) => ({ ...service, encryption: 'tls' as const })),
    }))
    const fixed = fixedText(client, text, wanted)
    const expected = text.replace(from, port === undefined ? to : `${to}\nPort ${port}`)
    expect(fixed.ok ? fixed.value.text : fixed.error).toBe(expected)
  })
})

describe('a line that is shown has no secret on it', () => {
  test.each([
    ['set smtp_pass="hush" x=1', 'set smtp_pass=••• x=1'],
    ["  user a password 'hush' ssl", '  user a password ••• ssl'],
    ['outgoing = smtps://a:hu@sh@b.example.org:465', 'outgoing = smtps://a:•••@b.example.org:465'],
    ['backend.auth.raw.password = "hush"', 'backend.auth.raw.password = •••'],
    ['passwordeval "gpg -d hush"', 'passwordeval •••'],
    ['PassCmd +"hush"', 'PassCmd •••'],
    ['host smtp.example.org', 'host smtp.example.org'],
  ])('%s', (line, shown) => {
    expect(withoutSecrets(line)).toBe(shown)
  })
})
