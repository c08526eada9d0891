import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { commandSubject, type CommandSubject } from '#shared/commands/command-subject.ts'
import { mailwrightCommand } from '#shared/commands/mailwright.ts'
import { opensslCommand } from '#shared/commands/openssl.ts'
import { swaksCommand } from '#shared/commands/swaks.ts'
import { NOT_EXPERT } from '#shared/domain/expert-settings.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { endpoint, passed, resultFor, skipped } from '../../renderer/wizard/samples.ts'

const SIGN_IN = { kind: 'sign-in', userName: 'anna', mechanism: 'PLAIN' } as const

function subject(change: Partial<CommandSubject> = {}): CommandSubject {
  return {
    address: 'anna@example.org',
    endpoint: endpoint('smtp', 'smtp.example.org:587:starttls'),
    family: null,
    ehloName: null,
    signIn: SIGN_IN,
    ...change,
  }
}

const imap = endpoint('imap', 'imap.example.org:993:tls')
const pop = endpoint('pop3', 'pop.example.org:110:starttls')
const literal = endpoint('smtp', '[2001:db8::25]:465:tls')
const clear = endpoint('smtp', '127.0.0.1:2525:none')

type Case = readonly [string, CommandSubject, readonly (string | null)[]]

/** What was tested, and the commands of mailwright, openssl and swaks for it. */
const CASES: readonly Case[] = [
  [
    'sending with STARTTLS and a sign-in',
    subject(),
    [
      'mailwright check --smtp smtp.example.org:587:starttls --user anna --auth PLAIN -- anna@example.org',
      'openssl s_client -connect smtp.example.org:587 -servername smtp.example.org -verify_hostname smtp.example.org -verify_return_error -starttls smtp -crlf -nocommands',
      'swaks --server smtp.example.org --port 587 --tls --tls-verify --auth PLAIN --auth-user anna --protect-prompt --auth-hide-password --quit-after AUTH',
    ],
  ],
  [
    'IPv6 forced, another EHLO name, and no sign-in',
    subject({ family: 6, ehloName: 'client.example.net', signIn: { kind: 'left-out' } }),
    [
      'mailwright check --smtp smtp.example.org:587:starttls --no-login --ipv6 --ehlo client.example.net -- anna@example.org',
      'openssl s_client -connect smtp.example.org:587 -servername smtp.example.org -verify_hostname smtp.example.org -verify_return_error -starttls smtp -name client.example.net -6 -crlf -nocommands',
      'swaks --server smtp.example.org --port 587 --tls --tls-verify -6 --ehlo client.example.net --quit-after HELO',
    ],
  ],
  [
    'IMAP, which swaks does not speak',
    subject({ endpoint: imap, ehloName: 'client.example.net', family: 4 }),
    [
      'mailwright check --imap imap.example.org:993:tls --user anna --auth PLAIN --ipv4 -- anna@example.org',
      'openssl s_client -connect imap.example.org:993 -servername imap.example.org -verify_hostname imap.example.org -verify_return_error -4 -crlf -nocommands',
      null,
    ],
  ],
  [
    'POP3 by a command of its own, which is no mechanism',
    subject({ endpoint: pop, signIn: { kind: 'sign-in', userName: 'anna', mechanism: null } }),
    [
      'mailwright check --pop3 pop.example.org:110:starttls --user anna -- anna@example.org',
      'openssl s_client -connect pop.example.org:110 -servername pop.example.org -verify_hostname pop.example.org -verify_return_error -starttls pop3 -crlf -nocommands',
      null,
    ],
  ],
  [
    'an address instead of a name',
    subject({ endpoint: literal, signIn: { kind: 'left-out' } }),
    [
      "mailwright check --smtp '[2001:db8::25]:465:tls' --no-login -- anna@example.org",
      "openssl s_client -connect '[2001:db8::25]:465' -noservername -verify_ip 2001:db8::25 -verify_return_error -crlf -nocommands",
      'swaks --server 2001:db8::25 --port 465 --tls-on-connect --tls-verify --quit-after HELO',
    ],
  ],
  [
    'a relay without encryption',
    subject({ endpoint: clear, signIn: { kind: 'relay' } }),
    [
      'mailwright check --smtp 127.0.0.1:2525:none --smtp-no-login -- anna@example.org',
      null,
      'swaks --server 127.0.0.1 --port 2525 --from anna@example.org --to anna@example.org --quit-after RCPT',
    ],
  ],
  [
    'a token, which swaks cannot sign in with',
    subject({ signIn: { ...SIGN_IN, mechanism: 'XOAUTH2' } }),
    [
      'mailwright check --smtp smtp.example.org:587:starttls --user anna --auth XOAUTH2 --token-stdin -- anna@example.org',
      expect.stringMatching(/^openssl s_client /),
      'swaks --server smtp.example.org --port 587 --tls --tls-verify --quit-after HELO',
    ],
  ],
]

test.each(CASES)('the same test as a command: %s', (_, of, commands) => {
  expect([mailwrightCommand(of), opensslCommand(of), swaksCommand(of)]).toEqual(commands)
})

/** The words a shell makes of a command line. */
function wordsIn(command: string | null): readonly string[] {
  const script = `printf '%s\\0' ${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

/** What an address or a user name may hold and a shell would act on. */
const HOSTILE = [
  "o'brien",
  "';id;'",
  '$(id)',
  '`id`',
  '$HOME',
  '"; id #',
  'a b',
  'a|b&c',
  '~root',
  '*',
  '!!',
  '=ls',
  '<x>',
  'EXAMPLE\\anna',
  '#x',
  '{a,b}',
  'ä€😀',
]

describe('a user name that a shell would act on', () => {
  test.each(HOSTILE)('%s is one word, as it is', (userName) => {
    const of = subject({ signIn: { kind: 'sign-in', userName, mechanism: 'PLAIN' } })
    const after = (words: readonly string[], option: string) => words[words.indexOf(option) + 1]
    expect(after(wordsIn(mailwrightCommand(of)), '--user')).toBe(userName)
    expect(after(wordsIn(swaksCommand(of)), '--auth-user')).toBe(userName)
  })

  test.each(HOSTILE)('so is the address %s@example.org', (name) => {
    const of = subject({ address: `${name}@example.org`, signIn: { kind: 'relay' } })
    expect(wordsIn(mailwrightCommand(of)).slice(-2)).toEqual(['--', `${name}@example.org`])
    expect(wordsIn(swaksCommand(of))).toContain(`${name}@example.org`)
  })

  test('one that begins with a hyphen is no option', () => {
    const of = subject({
      address: '-rf@example.org',
      signIn: { kind: 'sign-in', userName: '--json', mechanism: 'PLAIN' },
    })
    expect(wordsIn(mailwrightCommand(of))).toContain('--user=--json')
    expect(wordsIn(mailwrightCommand(of)).slice(-2)).toEqual(['--', '-rf@example.org'])
    // swaks would take it for one however it is written.
    expect(swaksCommand(of)).toBeNull()
  })

  test.each([
    ['a line end', 'anna\nid'],
    ['a carriage return', 'anna\rid'],
    ['an escape sequence', 'anna\u001b[2K'],
    ['a sign that turns the direction', 'anna\u202egnirts'],
    ['an invisible letter', 'an\u200bna'],
    ['a line separator', 'anna\u2028id'],
  ])('%s leaves no command to paste', (_, userName) => {
    const of = subject({ signIn: { kind: 'sign-in', userName, mechanism: 'PLAIN' } })
    expect([mailwrightCommand(of), swaksCommand(of)]).toEqual([null, null])
  })
})

test.each(["smtp.example.org';id;'", '$(id).example.org', '-oProxyCommand=id', 'a b'])(
  'a host that was never checked is one word all the same: %s',
  (host) => {
    const of = subject({ endpoint: { ...endpoint('smtp', 'x.example:465:tls'), host } })
    expect(wordsIn(opensslCommand(of)).slice(0, 6)).toEqual([
      'openssl',
      's_client',
      '-connect',
      `${host}:465`,
      '-servername',
      host,
    ])
    expect(wordsIn(mailwrightCommand(of))).toContain(`${host}:465:tls`.replace(/^-/, '--smtp=-'))
  },
)

describe('what a command repeats of a test', () => {
  const login = (facts: Extract<StageRecord, { stage: 'login' }>['facts']): StageRecord => ({
    stage: 'login',
    status: 'ok',
    startedMs: 0,
    endedMs: 1,
    facts,
  })
  const announced: StageRecord = {
    stage: 'capabilities',
    status: 'ok',
    startedMs: 0,
    endedMs: 1,
    facts: { mechanisms: ['LOGIN'] },
  }

  test.each<readonly [string, readonly StageRecord[], CommandSubject['signIn']]>([
    [
      'a sign-in by an announced mechanism',
      [announced, login({ method: 'login' })],
      { kind: 'sign-in', userName: 'anna', mechanism: 'LOGIN' },
    ],
    [
      'a sign-in by a command of the protocol',
      [announced, login({ method: 'plain' })],
      { kind: 'sign-in', userName: 'anna', mechanism: null },
    ],
    ['a sign-in that was not wanted', [announced, skipped('login')], { kind: 'left-out' }],
    ['a failure before it', [passed('dns')], { kind: 'left-out' }],
  ])('%s', (_, stages, signIn) => {
    expect(commandSubject(resultFor(imap, {}, ...stages), 'anna@example.org', NOT_EXPERT).signIn).toEqual(
      signIn,
    )
  })

  test('the mechanism that was asked for, also where it is a command of the protocol', () => {
    const result = resultFor(imap, {}, announced, login({ method: 'plain' }))
    const asked = { ...NOT_EXPERT, mechanism: 'USER' } as const
    expect(commandSubject(result, 'anna@example.org', asked).signIn).toMatchObject({ mechanism: 'USER' })
  })

  test('a relay is one, whatever became of it', () => {
    const result = resultFor(clear, { signIn: 'none' }, passed('dns'))
    expect(commandSubject(result, 'anna@example.org', NOT_EXPERT).signIn).toEqual({ kind: 'relay' })
  })
})
