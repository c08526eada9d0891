import type { ControlSighting, Surroundings } from '#shared/domain/surroundings.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { otherEndpoint, workingLane } from '#renderer/gallery/sample-lanes.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

const SILENCE = { kind: 'timeout', limitMs: 8_000 } as const

function control(host: string, change: Partial<ControlSighting> = {}): ControlSighting {
  return { host, lookUp: 'found', addresses: [], attempts: [], answered: true, web: null, ...change }
}

const around = (...controls: readonly ControlSighting[]): Partial<Surroundings> => ({ controls })
const silent = (host: string) => control(host, { answered: false })

const CAPTIVE = around(
  control('example.org', { web: { status: 302, redirectHost: '192.168.8.1', date: null } }),
)
const CLOSED = around(silent('example.net'), silent('example.com'))

/** What the network around adds to the way it failed. */
const FINDINGS: readonly Scene[] = [
  scene(
    'findings-network-1',
    result([
      failedLane('imap', 'connect', SILENCE, { surroundings: CAPTIVE }),
      failedLane('smtp', 'dns', { kind: 'name-not-found' }, { host: 'smtp.gmail.com' }),
      failedLane('pop3', 'connect', SILENCE, { surroundings: CLOSED }),
    ]),
  ),
  scene(
    'findings-network-2',
    result([
      failedLane('imap', 'connect', SILENCE, {
        siblings: [workingLane('smtp').result?.evidence ?? otherEndpoint('smtp', 465)],
        surroundings: around(control('example.com')),
      }),
      failedLane('smtp', 'connect', SILENCE, {
        addresses: [{ address: '2001:db8::1', family: 6 }],
        surroundings: { ipv6: 'none' },
      }),
      failedLane(
        'pop3',
        'certificate',
        { kind: 'certificate', problems: ['expired'] },
        {
          surroundings: {
            ...around(
              control('example.org', {
                web: { status: 200, redirectHost: null, date: '2026-11-20T10:00:00.000Z' },
              }),
            ),
            computerDate: '2027-11-20T10:00:00.000Z',
          },
        },
      ),
    ]),
  ),
]

const BROKEN = [workingLane('imap'), failedLane('smtp', 'connect', SILENCE), workingLane('pop3')]
const BEFORE = { network: 'hotel', results: BROKEN.flatMap((lane) => lane.result ?? []) }
const GREEN = [workingLane('imap'), workingLane('smtp'), workingLane('pop3')]

/** The same account in two networks. */
const COMPARISONS: readonly Scene[] = [
  scene('result-networks-differ', { ...result(GREEN), network: 'phone', before: BEFORE }),
  scene('result-networks-alike', { ...result(BROKEN), network: 'phone', before: BEFORE }),
  scene('result-same-network', { ...result(BROKEN), network: 'hotel', before: BEFORE }),
]

export const NETWORKS: readonly Scene[] = [...FINDINGS, ...COMPARISONS]
