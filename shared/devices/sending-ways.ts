import type { Provider } from '#shared/catalogue/provider.ts'
import { amazonSes } from '#shared/catalogue/providers/amazon-ses.ts'
import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { microsoftHve } from '#shared/catalogue/providers/microsoft-hve.ts'
import { smtp2go } from '#shared/catalogue/providers/smtp2go.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import type { SendingServer, SendingWay } from '#shared/devices/sending-way.ts'

/** Services that send for devices of any provider, the simplest one first. */
export const OTHER_PROVIDERS: readonly Provider[] = [smtp2go, amazonSes]

/** Where a mail server hands over mail for a domain: nothing is asked of it but an address there. */
const OWN_MX: readonly SendingServer[] = [
  { host: null, port: 25, security: 'starttls' },
  { host: null, port: 25, security: 'none' },
]

const OTHER: SendingWay = {
  id: 'other-provider',
  servers: OTHER_PROVIDERS.flatMap(serversOf),
  asks: { signIn: true },
  passwordAt: null,
  recipients: 'all',
}

/** What Microsoft names for devices and programs of an organisation, in the order in which it lasts. */
export const MICROSOFT_WAYS: readonly SendingWay[] = [
  {
    id: 'microsoft-oauth',
    servers: serversOf(microsoft365),
    asks: { oauth: 'microsoft', tls12: true },
    passwordAt: null,
    recipients: 'all',
  },
  {
    id: 'microsoft-smtp-auth',
    servers: serversOf(microsoft365),
    asks: { signIn: true, tls12: true },
    passwordAt: microsoft365,
    recipients: 'all',
  },
  { id: 'microsoft-direct-send', servers: OWN_MX, asks: {}, passwordAt: null, recipients: 'internal' },
  {
    id: 'microsoft-connector',
    servers: OWN_MX,
    asks: { staticIp: true },
    passwordAt: null,
    recipients: 'all',
  },
  {
    id: 'microsoft-high-volume',
    servers: serversOf(microsoftHve),
    asks: { signIn: true, tls12: true },
    passwordAt: microsoftHve,
    recipients: 'internal',
  },
  OTHER,
]

const GOOGLE_RELAY: readonly SendingServer[] = [
  { host: 'smtp-relay.gmail.com', port: 587, security: 'starttls' },
  { host: 'smtp-relay.gmail.com', port: 465, security: 'tls' },
]

/**
 * What Google has for devices and programs of an organisation (Google Workspace help, answer 2956491, and for the
 * restricted server prospeo.io and firstsales.io; both read on 2026-11-27).
 */
export const GOOGLE_WAYS: readonly SendingWay[] = [
  {
    id: 'google-oauth',
    servers: serversOf(googleWorkspace),
    asks: { oauth: 'google' },
    passwordAt: null,
    recipients: 'all',
  },
  {
    id: 'google-relay',
    servers: [...GOOGLE_RELAY, { host: 'smtp-relay.gmail.com', port: 25, security: 'none' }],
    asks: { staticIp: true },
    passwordAt: null,
    recipients: 'all',
  },
  {
    // Without an address that stays the same, TLS and an account take its place.
    id: 'google-relay-sign-in',
    servers: GOOGLE_RELAY,
    asks: { signIn: true },
    passwordAt: googleWorkspace,
    recipients: 'all',
  },
  {
    id: 'google-app-password',
    servers: serversOf(googleWorkspace),
    asks: { signIn: true },
    passwordAt: googleWorkspace,
    recipients: 'all',
  },
  {
    id: 'google-restricted',
    servers: [{ host: 'aspmx.l.google.com', port: 25, security: 'starttls' }],
    asks: {},
    passwordAt: null,
    recipients: 'internal',
  },
  OTHER,
]

/** What is left of an ordinary mailbox: the ways to sign in that its provider has. */
export function mailboxWays(provider: Provider | null): readonly SendingWay[] {
  const servers = provider === null ? [] : serversOf(provider)
  const kinds = new Set(
    provider?.signIn
      .filter(({ protocols }) => protocols === undefined || protocols.includes('smtp'))
      .map(({ kind }) => kind) ?? ['password'],
  )
  const ways: readonly SendingWay[] = [
    {
      id: 'mailbox-oauth',
      servers,
      asks: { oauth: issuerOf(provider) },
      passwordAt: null,
      recipients: 'all',
    },
    {
      id: 'mailbox-app-password',
      servers,
      asks: { signIn: true },
      passwordAt: provider,
      recipients: 'all',
    },
    { id: 'mailbox-password', servers, asks: { signIn: true }, passwordAt: provider, recipients: 'all' },
  ]
  return [...ways.filter(({ id }) => [...kinds].some((kind) => id === `mailbox-${kind}`)), OTHER]
}

/** Devices have the sign-in pages of two issuers at most; another one is none of theirs. */
function issuerOf(provider: Provider | null): 'microsoft' | 'google' | 'other' {
  if (provider?.id === 'outlook') return 'microsoft'
  return provider?.id === 'gmail' ? 'google' : 'other'
}

function serversOf(provider: Provider): readonly SendingServer[] {
  return provider.servers.smtp.flatMap((text) => {
    const endpoint = parseEndpoint('smtp', text)
    return endpoint.ok ? [endpoint.value] : []
  })
}
