import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import { NETWORK_DISCOVERIES } from '#renderer/gallery/sample-network-discovery.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { candidatesOf, proposalsFor } from '#shared/discovery/candidates.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { amazonWorkmail } from '#shared/catalogue/providers/amazon-workmail.ts'
import { exchange } from '#shared/catalogue/providers/exchange.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { tuta } from '#shared/catalogue/providers/tuta.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { asProvider } from '#shared/policy/policy-candidates.ts'
import type { PolicyProvider } from '#shared/policy/policy.ts'

const DATE = '2026-11-20'

/** What the look-up says when the catalogue knows the domain. */
function known(facts: Provider, text: string, date = DATE): Discovery {
  const address = sampleAddress(text)
  const why = { kind: 'known-domain', provider: facts.name, domain: address.domain.unicode } as const
  const origin = { source: 'catalogue', trust: 'built-in', why } as const
  const answer = {
    report: { source: 'catalogue', status: 'found', code: null, durationMs: 0 } as const,
    provider: { facts, why },
    candidates: candidatesOf(facts, address, origin, date),
  }
  return assembleDiscovery(address, [answer], { date, complete: true })
}

function unknown(text: string): Discovery {
  const address = sampleAddress(text)
  const report = { source: 'proposal', status: 'found', code: null, durationMs: 0 } as const
  const answer = { report, provider: null, candidates: proposalsFor(address) }
  return assembleDiscovery(address, [answer], { date: DATE, complete: true })
}

const OWN: PolicyProvider = {
  id: 'contoso',
  name: 'Contoso',
  domains: ['contoso.example'],
  servers: {
    imap: ['imap.contoso.example:993:tls'],
    smtp: ['smtp.contoso.example:465:tls', 'smtp.contoso.example:587:starttls'],
  },
  userName: 'local-part',
  signIn: ['password'],
  helpPage: null,
  issuer: null,
}

function laidDown(text: string): Discovery {
  const address = sampleAddress(text)
  const facts = asProvider(OWN)
  const why = { kind: 'policy', organisation: OWN.name } as const
  const candidates = candidatesOf(facts, address, { source: 'policy', trust: 'policy', why }, DATE)
  const report = { source: 'policy', status: 'found', code: null, durationMs: 0 } as const
  return assembleDiscovery(address, [{ report, provider: { facts, why }, candidates }], {
    date: DATE,
    complete: true,
  })
}

export const DISCOVERIES = {
  gmail: known(gmail, 'anna@gmail.com'),
  gmx: known(gmxNet, 'anna@gmx.de'),
  outlook: known(outlook, 'anna@hotmail.com'),
  microsoft365: known(microsoft365, 'anna@contoso.onmicrosoft.com'),
  microsoft365Later: known(microsoft365, 'anna@contoso.onmicrosoft.com', '2027-02-01'),
  workmailClosed: known(amazonWorkmail, 'anna@contoso.awsapps.com', '2027-04-01'),
  exchange: known(exchange, 'anna@contoso.example'),
  tuta: known(tuta, 'anna@tuta.com'),
  unknown: unknown('anna@münchen.example'),
  laidDown: laidDown('anna@contoso.example'),
  ...NETWORK_DISCOVERIES,
} as const
