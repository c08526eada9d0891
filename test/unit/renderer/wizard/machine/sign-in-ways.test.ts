import { describe, expect, test } from 'vitest'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { passwordsOf, secretFor, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'
import { servers, type DiscoveryName } from '#renderer/gallery/sample-states.ts'
import { candidateFor, endpoint } from '../samples.ts'

const KNOWN: OAuthOffer = {
  server: 'Example',
  issuer: 'https://login.example.org',
  ways: ['browser'],
  client: 'known',
  clientSecret: 'none',
  registration: null,
}
const WANTED: OAuthOffer = { ...KNOWN, client: 'wanted' }
const OUTLOOK_HOST = endpoint('imap', 'outlook.office365.com:993:tls')
const FORMER_HOST = endpoint('imap', 'imap-mail.outlook.com:993:tls')
const RELAY_SERVICE = endpoint('smtp', 'smtp.sendgrid.net:587:starttls')

function at(name: DiscoveryName, offer: OAuthOffer | null, only?: readonly Protocol[]): ServersStep {
  const state = servers(name, { offer })
  const services = state.services.map((service) =>
    only === undefined || only.includes(service.protocol)
      ? service
      : { ...service, use: 'leave-out' as const },
  )
  return { ...state, services }
}

function typed(name: DiscoveryName, ...endpoints: readonly (typeof OUTLOOK_HOST)[]): ServersStep {
  const state = at(name, WANTED)
  const services = state.services.map((service) => {
    const own = endpoints.find(({ protocol }) => protocol === service.protocol)
    const chosen = own === undefined ? null : candidateFor(own, { source: 'typed' })
    return chosen === null ? service : { ...service, chosen, use: 'test' as const }
  })
  return { ...state, services }
}

function only(protocol: Protocol, state: ServersStep): ServersStep {
  const services = state.services.map((service) =>
    service.protocol === protocol ? service : { ...service, use: 'leave-out' as const },
  )
  return { ...state, services }
}

describe('the way to sign in is decided for each service', () => {
  test.each([
    ['Gmail, without a client ID: an app password for all', at('gmail', WANTED), 'password', 'imap smtp'],
    ['Gmail, with one: the browser, or an app password', at('gmail', KNOWN), 'browser', 'imap smtp'],
    ['Outlook.com, without a client ID: left to the mail program', at('outlook', WANTED), 'program', ''],
    ['Outlook.com, where this host has no browser sign-in', at('outlook', null), 'program', ''],
    ['Outlook.com, with one: the browser alone', at('outlook', KNOWN), 'browser', ''],
    ['Microsoft 365: a password for sending alone', at('microsoft365', WANTED), 'program', 'smtp'],
    ['Microsoft 365, with a client ID', at('microsoft365', KNOWN), 'browser', 'smtp'],
    ['Microsoft 365, sending alone', at('microsoft365', WANTED, ['smtp']), 'password', 'smtp'],
    ['Microsoft 365, typed by hand', typed('microsoft365', OUTLOOK_HOST), 'program', 'smtp'],
    ['another company for sending beside Outlook.com', typed('outlook', RELAY_SERVICE), 'program', 'smtp'],
    ['a provider that takes passwords', at('gmx', null), 'password', 'imap smtp'],
    ['a provider that is not known', at('unknown', null), 'password', 'imap smtp'],
    [
      'the hosts of Microsoft for a domain nothing is known of',
      typed('unknown', OUTLOOK_HOST),
      'program',
      'smtp',
    ],
    ['the same by a former name', typed('unknown', FORMER_HOST), 'program', 'smtp'],
    [
      'all hosts of Microsoft for such a domain',
      typed('unknown', OUTLOOK_HOST, endpoint('smtp', 'smtp.office365.com:587:starttls')),
      'program',
      'smtp',
    ],
    [
      'the host of Outlook.com that sends for consumers alone',
      typed('unknown', OUTLOOK_HOST, endpoint('smtp', 'smtp-mail.outlook.com:587:starttls')),
      'program',
      '',
    ],
    ['the host of Microsoft beside another provider', typed('gmx', OUTLOOK_HOST), 'program', 'smtp'],
    [
      'POP3 at Microsoft',
      typed('unknown', endpoint('pop3', 'outlook.office365.com:995:tls')),
      'program',
      'imap smtp',
    ],
  ] as const)('%s', (_, state, first, takers) => {
    const { way, withPassword } = signInRecord(state)
    expect({ way, takers: withPassword.map(({ protocol }) => protocol).join(' ') }).toEqual({
      way: first,
      takers,
    })
  })
})

describe('who has ended passwords is named', () => {
  test.each([
    ['the provider of the account', at('outlook', null), 'Outlook.com'],
    ['the owner of a typed host', typed('unknown', OUTLOOK_HOST), 'Microsoft 365'],
    [
      'the owner of a typed host, and not the provider of the address',
      typed('gmx', OUTLOOK_HOST),
      'Microsoft 365',
    ],
    ['nobody where passwords are taken', at('gmx', null), null],
  ] as const)('%s', (_, state, name) => {
    expect(signInRecord(state).endedBy).toBe(name)
  })
})

const COMPANY = endpoint('imap', 'mail.company.test:993:tls')

describe('a password goes to one owner, and to another only when the user says so', () => {
  test.each([
    ['two hosts that were found together', at('outlook', null), 'one'],
    ['a sending service beside the company', typed('unknown', COMPANY, RELAY_SERVICE), 'two'],
    ['a sending service beside what was found', typed('gmx', RELAY_SERVICE), 'two'],
    [
      'two hosts of one company',
      typed('unknown', COMPANY, endpoint('smtp', 'smtp.company.test:465:tls')),
      'one',
    ],
    [
      'two customers of one hoster',
      typed('unknown', endpoint('imap', 'a.github.io:993:tls'), endpoint('smtp', 'b.github.io:465:tls')),
      'two',
    ],
    ['sending alone', at('gmx', null, ['smtp']), 'one'],
  ] as const)('%s', (_, state, passwords) => {
    expect(passwordsOf(state)).toBe(passwords)
  })

  test('what the user has said about it stands', () => {
    expect(passwordsOf({ ...typed('unknown', COMPANY, RELAY_SERVICE), passwords: 'one' })).toBe('one')
  })
})

describe('what is to be typed into a field follows from who gets it', () => {
  const SES = endpoint('smtp', 'email-smtp.eu-west-1.amazonaws.com:587:starttls')
  test.each([
    ['the password of the account', typed('gmx', RELAY_SERVICE), 'account', 'password'],
    ['the key of SendGrid', typed('gmx', RELAY_SERVICE), 'sending', 'api-key'],
    ['the key of SendGrid beside an app password', typed('gmail', RELAY_SERVICE), 'sending', 'api-key'],
    ['an app password beside it', typed('gmail', RELAY_SERVICE), 'account', 'app-password'],
    [
      'the key of SendGrid where nothing receives',
      only('smtp', typed('gmx', RELAY_SERVICE)),
      'account',
      'api-key',
    ],
    [
      'its key beside Outlook.com, which takes no password',
      typed('outlook', RELAY_SERVICE),
      'sending',
      'api-key',
    ],
    ['a password at any other service that sends', typed('gmx', SES), 'sending', 'password'],
    ['what the account has, for the same owner', at('gmail', null), 'sending', 'app-password'],
  ] as const)('%s', (_, state, slot, kind) => {
    expect(secretFor(state, slot)).toBe(kind)
  })
})
