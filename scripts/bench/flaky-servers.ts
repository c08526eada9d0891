import type { Protocol } from '#shared/domain/protocol.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Act, type Behaviour } from '../../test/support/behaviour.ts'
import { authority } from '../../test/support/certificates.ts'
import { oneOf, randomFrom } from '../../test/support/random.ts'
import type { CrowdMessage } from './crowd-servers.ts'
import { LINES } from './lines.ts'

// A process of its own, so that its memory is not taken for the engine's. It ends with its parent.

const POINTS = ['greeting', 'capabilities', 'starttls', 'login', 'mailbox'] as const

/** What comes at one point instead of the answer. */
const ACTS: readonly [Act, ...Act[]] = [
  async ({ conversation }) => conversation.reset(),
  async ({ conversation }) => conversation.close(),
  ({ conversation }) => conversation.silence(),
  ({ conversation }) => conversation.drip('* OK 220 +OK this takes its time', 20),
  ({ conversation }) => conversation.sendRaw(Buffer.alloc(200_000, 'x')),
  async ({ conversation }) => {
    for (let line = 0; line < 2_000; line += 1) await conversation.sendRaw('250-* more\r\n')
  },
  'HTTP/1.1 400 Bad Request',
  '\0\xff\r\n\r\n',
]

const REFUSALS: Readonly<Record<Protocol, string>> = {
  smtp: '535 5.7.8 no',
  imap: '{tag} NO [AUTHENTICATIONFAILED] no',
  pop3: '-ERR [AUTH] no',
}

/** Half of the connections are served well; one in ten gets its password refused, the others something worse. */
function behaviourBy(random: () => number, protocol: Protocol): Behaviour {
  const chance = random()
  if (chance < 0.5) return {}
  if (chance < 0.6) return { login: REFUSALS[protocol] }
  return { [oneOf(random, POINTS)]: oneOf(random, ACTS) }
}

const random = randomFrom(Number(process.argv[2]))
const tls = await authority.issue({ dnsNames: [process.argv[3] ?? ''] })
const servers = await Promise.all(
  LINES.map(async ({ protocol, security, port }) => {
    const serve = (behaviour: Behaviour) => mailServer(protocol, security, tls, behaviour)
    const script: ReturnType<typeof serve> = (conversation) =>
      serve(behaviourBy(random, protocol))(conversation)
    return { port, server: await startScriptedServer(script, { keepLog: 'no' }) }
  }),
)
const say = (message: CrowdMessage) => process.send?.(message)
process.on('message', () =>
  say({
    kind: 'open',
    connections: servers.reduce((total, { server }) => total + server.openConnections, 0),
  }),
)
process.on('disconnect', () => process.exit())
say({
  kind: 'ready',
  ports: Object.fromEntries(servers.map(({ port, server }) => [port, server.port])),
  authority: authority.certificate,
})
