import { SAMPLE_FAULTS, SAMPLE_PROXY_FAULTS } from '#renderer/gallery/sample-faults.ts'
import { failedLane, PROXY } from '#renderer/gallery/sample-failures.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

/** Every cause there is, three to a screen. */
const FAULTS: readonly Scene[] = Array.from({ length: Math.ceil(SAMPLE_FAULTS.length / 3) }, (_, index) => {
  const protocols = ['imap', 'smtp', 'pop3'] as const
  const lanes = SAMPLE_FAULTS.slice(index * 3, index * 3 + 3).map(([stage, fault], position) =>
    failedLane(protocols[position] ?? 'imap', stage, fault),
  )
  return scene(`findings-${String(index + 1).padStart(2, '0')}`, result(lanes))
})

/** The causes there are with a proxy on the way. */
const PROXY_FINDINGS: readonly Scene[] = SAMPLE_PROXY_FAULTS.map((faults, index) => {
  const protocols = ['imap', 'smtp', 'pop3'] as const
  const lanes = faults.map(([stage, fault], position) =>
    failedLane(protocols[position] ?? 'imap', stage, fault, { proxy: PROXY }),
  )
  return scene(`findings-proxy-${index + 1}`, result(lanes))
})

/** What the name of a host adds to the way it failed. */
const HOST_FINDINGS: readonly Scene[] = [
  scene(
    'findings-hosts',
    result([
      failedLane('imap', 'dns', { kind: 'name-not-found' }, { host: 'imap-mail.outlook.com' }),
      failedLane('smtp', 'greeting', { kind: 'wrong-service', seen: 'imap' }, { host: 'imap.gmail.com' }),
      failedLane('pop3', 'connect', { kind: 'refused' }, { host: 'smtp.tutanota.com' }),
    ]),
  ),
]

/** Where the server is a program on this computer. */
const THIS_COMPUTER: readonly Scene[] = [
  scene(
    'findings-this-computer',
    result([
      failedLane('imap', 'connect', { kind: 'refused' }, { host: '127.0.0.1' }),
      failedLane(
        'smtp',
        'certificate',
        { kind: 'certificate', problems: ['self-signed'] },
        { host: '127.0.0.1' },
      ),
      failedLane('pop3', 'starttls', { kind: 'starttls-missing', offer: 'none' }, { host: '127.0.0.1' }),
    ]),
  ),
]

/** What can go wrong, in words. */
export const FINDINGS: readonly Scene[] = [...FAULTS, ...PROXY_FINDINGS, ...HOST_FINDINGS, ...THIS_COMPUTER]
