import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import { judgeArrival } from '#shared/arrival/judge.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const found = <T>(value: T) => ({ state: 'found', value }) as const
const ABSENT = { state: 'absent' } as const
const UNASKED = { state: 'unasked' } as const
const INCLUDE = 'spf.messagingengine.com'
const OLD_RECORD =
  'v=spf1 ip4:203.0.113.0/24 include:spf.a-long-forgotten-newsletter-service.example.net mx ~all'
const RECORD = `v=spf1 include:${INCLUDE} -all`

/** A domain in order. */
const GOOD: ArrivalFacts = {
  domain: 'example.org',
  ownedBy: null,
  service: {
    host: 'smtp.fastmail.com',
    provider: 'Fastmail',
    spfInclude: INCLUDE,
    dkimTarget: '{selector}.{domain}.dkim.fmhosted.com',
  },
  spf: {
    texts: found([RECORD]),
    visited: { 'example.org': found([RECORD]) },
    evaluations: [{ address: '192.0.2.1', from: 'nobody', result: 'fail', lookups: 1, voids: 0 }],
  },
  dkim: [
    {
      selector: 'fm1',
      name: 'fm1._domainkey.example.org',
      source: 'provider',
      alias: null,
      key: found({ state: 'usable', algorithm: 'rsa', bits: 2048 }),
    },
  ],
  dmarc: { organisation: 'example.org', own: found(['v=DMARC1; p=reject']), above: ABSENT, reports: [] },
  mx: {
    state: 'hosts',
    hosts: [
      {
        host: 'in1.example.net',
        preference: 10,
        kind: 'name',
        alias: null,
        addresses: found(1),
        tlsa: found([3]),
      },
    ],
    fallback: ABSENT,
  },
  mtaSts: { texts: ABSENT, policy: 'not-asked' },
  message: null,
}

/** A domain whose administrator has not looked at its records for years. */
const NEGLECTED: ArrivalFacts = {
  ...GOOD,
  spf: {
    ...GOOD.spf,
    texts: found([OLD_RECORD]),
    visited: { 'example.org': found([OLD_RECORD]) },
  },
  dkim: [1, 2, 3].map((number) => ({
    selector: `fm${number}`,
    name: `fm${number}._domainkey.example.org`,
    source: 'provider',
    alias: null,
    key: ABSENT,
  })),
  dmarc: { ...GOOD.dmarc, own: ABSENT },
  mx: { state: 'null-mx', hosts: [], fallback: ABSENT },
  mtaSts: { texts: found(['v=STSv1; id=1']), policy: 'certificate' },
}

const UNANSWERED: ArrivalFacts = {
  ...GOOD,
  spf: { texts: UNASKED, visited: {}, evaluations: [] },
  dkim: [],
  dmarc: { ...GOOD.dmarc, own: UNASKED, above: UNASKED },
  mx: { state: 'unasked', hosts: [], fallback: UNASKED },
  mtaSts: { texts: UNASKED, policy: 'not-asked' },
}

const works = result([workingLane('imap'), workingLane('smtp'), workingLane('pop3')])

function arrivalScene(id: string, facts: ArrivalFacts): Scene {
  return { ...scene(id, works), arrival: judgeArrival(facts) }
}

export const ARRIVALS: readonly Scene[] = [
  arrivalScene('arrival-good', GOOD),
  arrivalScene('arrival-neglected', NEGLECTED),
  arrivalScene('arrival-of-a-provider', { ...NEGLECTED, domain: 'fastmail.com', ownedBy: 'Fastmail' }),
  arrivalScene('arrival-unanswered', UNANSWERED),
]
