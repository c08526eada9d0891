import { describe, expect, test } from 'vitest'
import type { AddressDoubt } from '#shared/catalogue/address-doubt.ts'
import type { Action } from '#shared/finding/action.ts'
import type { Reason } from '#shared/domain/candidate.ts'
import { parseEmailAddress, type AddressProblem } from '#shared/domain/email-address.ts'
import { STAGES } from '#shared/domain/stage.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { addressDoubtWords, addressProblemWords } from '#shared/i18n/address-words.ts'
import { hintWords, reasonWords } from '#shared/i18n/discovery-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const { t } = createTranslator('en')
const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 143, security: 'starttls' } as const

describe('a button says what it does', () => {
  test.each<readonly [Action, string]>([
    [{ kind: 'use-endpoint', endpoint }, 'Use port 143 and test again'],
    [{ kind: 'use-server', endpoint }, 'Use imap.example.org and test again'],
    [{ kind: 'wait', seconds: 1 }, 'Test again in a minute'],
    [{ kind: 'wait', seconds: 60 }, 'Test again in a minute'],
    [{ kind: 'wait', seconds: 61 }, 'Test again in 2 minutes'],
    [{ kind: 'wait', seconds: 900 }, 'Test again in 15 minutes'],
    [{ kind: 'retry' }, 'Test again'],
    [{ kind: 'edit-password' }, 'Type the password again'],
    [{ kind: 'app-password', url: null }, 'Enter an app password'],
    [{ kind: 'open-help', url: 'https://example.org' }, 'Open the help page'],
    [{ kind: 'trust-certificate', fingerprint: 'AB' }, 'Trust this certificate'],
  ])('%o', (action, words) => {
    expect(actionWords(action, t)).toBe(words)
  })

  test('other encryption at the same port is not called another port', () => {
    const tested = { endpoint: { ...endpoint, security: 'tls' }, turn: 'you' } as const
    expect(actionWords({ kind: 'use-endpoint', endpoint }, t, tested)).toBe('Use port 143 with STARTTLS')
  })

  test('the network administrator is not taken for the provider', () => {
    const words = (turn: 'network' | 'provider' | 'admin') =>
      actionWords({ kind: 'ask-admin' }, t, { endpoint, turn })
    expect([words('network'), words('admin'), words('provider')]).toEqual([
      'Copy a message for your network administrator',
      'Copy a message for your administrator',
      'Copy a message for your provider',
    ])
  })
})

describe('what is wrong with an address is said in one sentence', () => {
  test.each<readonly [AddressProblem, string]>([
    [{ reason: 'empty' }, 'Type your email address.'],
    [{ reason: 'several' }, 'Enter one address only'],
    [{ reason: 'display-name', suggestion: 'a@b.c' }, 'Do you mean a@b.c?'],
    [{ reason: 'odd-domain', suggestion: 'u@gmail.com' }, 'Do you mean u@gmail.com?'],
    [{ reason: 'comma', suggestion: 'u@gmail.com' }, 'Do you mean u@gmail.com?'],
  ])('%o', (problem, words) => {
    expect(addressProblemWords(problem, t)).toContain(words)
  })
})

describe('what is asked about an address names everything it is about', () => {
  test.each<readonly [AddressDoubt, readonly string[]]>([
    [{ kind: 'typo', suggestion: 'u@gmail.com' }, ['Did you mean u@gmail.com?', 'münchen.example']],
    [
      { kind: 'lookalike', suggestion: 'u@gmail.com', resembles: 'gmail.com' },
      ['gmail.com', 'münchen.example', 'xn--mnchen-3ya.example'],
    ],
    [{ kind: 'international' }, ['Not every server', 'before the @']],
  ])('%o', (doubt, parts) => {
    const address = parseEmailAddress('anna@münchen.example')
    if (!address.ok) throw new Error(address.error.reason)
    const { title, explanation } = addressDoubtWords(address.value, doubt, t)
    for (const part of parts) expect(`${title} ${explanation}`).toContain(part)
  })
})

describe('why a setting is proposed', () => {
  test.each<readonly [Reason, readonly string[]]>([
    [{ kind: 'known-domain', provider: 'GMX', domain: 'gmx.de' }, ['GMX', 'gmx.de']],
    [
      { kind: 'mail-handled-by', provider: 'Google', domain: 'example.org', mx: 'aspmx.l.google.com' },
      ['Google', 'example.org', 'aspmx.l.google.com'],
    ],
    [{ kind: 'account-type', provider: 'Yahoo Mail' }, ['Yahoo Mail']],
    [{ kind: 'usual-name', domain: 'example.org' }, ['example.org', 'Not confirmed']],
    [{ kind: 'typed' }, ['You typed this']],
  ])('%o', (reason, parts) => {
    for (const part of parts) expect(reasonWords(reason, t)).toContain(part)
  })

  test('a hint names the provider', () => {
    expect(hintWords({ kind: 'bridge' }, 'Proton Mail', t)).toContain('Proton Mail')
  })
})

test('every stage has a name of its own', () => {
  expect(new Set(STAGES.map((stage) => stageWords(stage, t))).size).toBe(STAGES.length)
})
