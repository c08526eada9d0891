import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import { candidatesOf, proposalsFor, type Origin } from '#shared/discovery/candidates.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Discovery, SourceReport } from '#shared/discovery/discovery.ts'
import type { Candidate, CandidateSource } from '#shared/domain/candidate.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'

const DATE = '2026-11-20'
const ADDRESS = sampleAddress('anna@example.org')
const DOMAIN = ADDRESS.domain.unicode

const quiet = (source: CandidateSource, status: SourceReport['status']): SourceAnswer => ({
  report: { source, status, code: status === 'failed' ? 'NET_TIMEOUT' : null, durationMs: 120 },
  provider: null,
  candidates: [],
})

const PROPOSALS: SourceAnswer = { ...quiet('proposal', 'found'), candidates: proposalsFor(ADDRESS) }

/** What a source says, with servers below one domain. */
function told({ source, trust, why }: Origin, below: string): SourceAnswer {
  const endpoints: readonly ServerEndpoint[] = [
    { protocol: 'smtp', host: `smtp.${below}`, port: 465, security: 'tls' },
    { protocol: 'imap', host: `imap.${below}`, port: 993, security: 'tls' },
  ]
  const candidates = endpoints.map((endpoint): Candidate => ({
    endpoint,
    userName: ADDRESS.ascii,
    auth: ['plain'],
    source,
    trust,
    why,
  }))
  return { ...quiet(source, 'found'), candidates }
}

const OWN_DOCUMENT: Origin = {
  source: 'autoconfig',
  trust: 'domain',
  why: { kind: 'settings-of-domain', domain: DOMAIN, host: `autoconfig.${DOMAIN}` },
}

const MX_WHY = {
  kind: 'mail-handled-by',
  provider: googleWorkspace.name,
  domain: DOMAIN,
  mx: 'aspmx.l.google.com',
} as const

const WORKSPACE: SourceAnswer = {
  ...quiet('mx', 'found'),
  provider: { facts: googleWorkspace, why: MX_WHY },
  candidates: candidatesOf(googleWorkspace, ADDRESS, { source: 'mx', trust: 'dns', why: MX_WHY }, DATE),
}

/** Where the mail goes, or what a document says beside the servers. */
const withNotes = (...notes: readonly DiscoveryNote[]): SourceAnswer => ({ ...quiet('mx', 'nothing'), notes })

const BEHIND_FILTER = {
  kind: 'behind-filter',
  provider: googleWorkspace.name,
  domain: DOMAIN,
  filter: 'Proofpoint',
  record: 'include:_spf.google.com',
} as const

const FILTERED: SourceAnswer = {
  ...quiet('filter', 'found'),
  provider: { facts: googleWorkspace, why: BEHIND_FILTER, certainty: 'probable' },
  candidates: candidatesOf(
    googleWorkspace,
    ADDRESS,
    { source: 'filter', trust: 'guess', why: BEHIND_FILTER },
    DATE,
  ),
}

const assemble = (answers: readonly SourceAnswer[], complete = { complete: true }): Discovery =>
  assembleDiscovery(ADDRESS, answers, { date: DATE, ...complete })

/** What the look-up says when it has to ask around. */
export const NETWORK_DISCOVERIES = {
  asking: assemble(
    [
      quiet('catalogue', 'nothing'),
      quiet('mx', 'nothing'),
      quiet('autoconfig', 'asking'),
      quiet('well-known', 'failed'),
      quiet('srv', 'nothing'),
      quiet('ispdb', 'asking'),
      quiet('guess', 'asking'),
      PROPOSALS,
    ],
    { complete: false },
  ),
  published: assemble([
    quiet('mx', 'nothing'),
    told(OWN_DOCUMENT, DOMAIN),
    quiet('ispdb', 'nothing'),
    PROPOSALS,
  ]),
  hosted: assemble([quiet('mx', 'nothing'), told(OWN_DOCUMENT, 'hoster.example'), PROPOSALS]),
  filtered: assemble([
    withNotes({ kind: 'filtered', domain: DOMAIN, filter: 'Proofpoint', mx: 'mx0a-1.pphosted.com' }),
    FILTERED,
    PROPOSALS,
  ]),
  forwards: assemble([
    withNotes({
      kind: 'forwards',
      domain: DOMAIN,
      forwarder: 'Cloudflare Email Routing',
      mx: 'route1.mx.cloudflare.net',
    }),
    PROPOSALS,
  ]),
  noted: assemble([
    told(OWN_DOCUMENT, DOMAIN),
    withNotes(
      {
        kind: 'enable-first',
        host: DOMAIN,
        page: `https://${DOMAIN}/settings`,
        instruction: 'Switch on IMAP.',
      },
      { kind: 'help-page', host: DOMAIN, page: `https://${DOMAIN}/help` },
      { kind: 'also-offers', domain: DOMAIN, service: 'jmap', host: `jmap.${DOMAIN}` },
      { kind: 'also-offers', domain: DOMAIN, service: 'caldav', host: `dav.${DOMAIN}` },
    ),
    PROPOSALS,
  ]),
  contradicted: assemble([WORKSPACE, told(OWN_DOCUMENT, DOMAIN), PROPOSALS]),
  answering: assemble([
    quiet('mx', 'nothing'),
    quiet('autoconfig', 'failed'),
    told({ source: 'guess', trust: 'guess', why: { kind: 'answers', domain: DOMAIN } }, DOMAIN),
    PROPOSALS,
  ]),
} as const
