import { describe, expect, test } from 'vitest'
import { providerById } from '#shared/catalogue/look-up.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { parseIssuerRef } from '#engine/oauth/authorization-server.ts'
import { authorizeSetup } from '#engine/setup/authorize-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { LOOPBACK_TOOLS } from '../../../support/oauth/sign-in-bench.ts'
import { imap, smtp } from './tested-setup.ts'

/** What is told until the page of the server is open. */
async function eventsFor(
  address: string,
  providerId: string,
  { typed = 'an id', kept = null }: { readonly typed?: string | null; readonly kept?: string | null } = {},
): Promise<readonly SignInEvent[]> {
  const parsed = parseEmailAddress(address)
  if (!parsed.ok) throw new Error('the address is good')
  const setups = new Setups()
  const issuerRef = parseIssuerRef(providerId, null)
  const agreement = {
    address: parsed.value,
    provider: providerById(providerId),
    services: [imap, smtp],
    issuerRef,
  }
  const { id } = setups.begin(agreement)
  const request = {
    setupId: id,
    way: 'browser',
    client: typed === null ? null : { id: typed, secret: null },
    issuer: null,
  } as const
  const tools = {
    tools: LOOPBACK_TOOLS,
    openUrl: () => Promise.resolve(true),
    laidDown: () => null,
    keptClient: (issuer: string) => Promise.resolve(issuer === 'microsoft' ? kept : null),
    patienceMs: 5_000,
  }
  const events: SignInEvent[] = []
  const { signal } = new AbortController()
  for await (const event of authorizeSetup(setups, { ...request, language: 'en' }, signal, tools)) {
    events.push(event)
    if (event.type === 'opened') break
  }
  return events
}

describe('while the user signs in', () => {
  test('with an organisation at Microsoft, it is known what an administrator has to be told', async () => {
    const events = await eventsFor('anna@contoso.example', 'microsoft-365')
    expect(events.map(({ type }) => type)).toEqual(['approval', 'preparing', 'opened'])
    expect(events[0]).toMatchObject({
      finding: {
        code: 'OAUTH_CONSENT',
        turn: 'admin',
        facts: { clientId: 'an id' },
        consentUrl:
          'https://login.microsoftonline.com/contoso.example/v2.0/adminconsent?client_id=an%20id&scope=openid%20profile%20email%20offline_access%20https%3A%2F%2Foutlook.office.com%2FIMAP.AccessAsUser.All%20https%3A%2F%2Foutlook.office.com%2FSMTP.Send&redirect_uri=http%3A%2F%2Flocalhost%2F',
      },
    })
  })

  test.each([
    ['a private mailbox at Microsoft', 'anna@outlook.com', 'outlook'],
    ['a server that has no link for administrators', 'anna@yahoo.com', 'yahoo'],
  ])('%s has no administrator', async (_, address, providerId) => {
    const events = await eventsFor(address, providerId)
    expect(events.map(({ type }) => type)).toEqual(['preparing', 'opened'])
  })
})

test.each([
  ['that was kept signs in where none is typed', { typed: null, kept: 'kept' }, 'kept'],
  ['that is typed goes before it', { typed: 'typed', kept: 'kept' }, 'typed'],
])('a client ID %s', async (_, ids, expected) => {
  const opened = (await eventsFor('anna@contoso.example', 'microsoft-365', ids)).at(-1)
  const url = opened?.type === 'opened' ? new URL(opened.url) : null
  expect(url?.searchParams.get('client_id')).toBe(expected)
})

test('without any, nothing is opened', async () => {
  const events = await eventsFor('anna@contoso.example', 'microsoft-365', { typed: null })
  expect(events.at(-1)).toMatchObject({ type: 'failed', finding: { code: 'OAUTH_NO_CLIENT' } })
})
