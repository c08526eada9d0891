import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { StageContext } from '#engine/connection/stage-context.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'
import { handshake } from '#engine/tls/handshake.ts'

/** When the client side of the handshake begins: with the first octet, or after a server said to go ahead. */
export type EncryptionPoint = 'at-once' | 'after-go-ahead'

// Words in the clear after the go-ahead come from an attacker on the way, or from a server that does not do
// what it says; neither deserves the benefit of the doubt (NO STARTTLS, section 5).
const INJECTED: Fault = { kind: 'tampered', how: 'injected-data' }

/** From a connected socket to one that is encrypted and whose host is proved: the stages `tls` and `certificate`. */
export async function encrypt(
  socket: Socket,
  host: string,
  point: EncryptionPoint,
  context: StageContext,
  { trust, clock, limits }: TrustedNetwork,
): Promise<Outcome<TLSSocket, Fault>> {
  const shaken = await context.stage('tls', limits.tlsMs, async ({ note }) => {
    const result = await handshake(socket, { host, trust, pin: context.pin, now: () => clock.date() })
    if (result.ok) note({ version: result.value.version, cipher: result.value.cipher })
    else if (result.error.kind === 'not-tls' && point === 'after-go-ahead') return fail(INJECTED)
    return result
  })
  if (!shaken.ok) return shaken
  const { certificate, identity } = shaken.value
  return context.stage('certificate', limits.tlsMs, ({ note }) => {
    note({ certificate })
    return Promise.resolve(
      identity.proved ? ok(identity.socket) : fail({ kind: 'certificate', problems: identity.problems }),
    )
  })
}
