import { authority } from '../../test/support/certificates.ts'
import { startScripted, type Ports } from './servers.ts'

/** What the process with the servers says. */
export type CrowdMessage =
  | { readonly kind: 'ready'; readonly ports: Ports; readonly authority: string }
  | { readonly kind: 'open'; readonly connections: number }

// A process of its own, so that its memory and its work are not taken for the engine's. It ends with its parent.
const servers = await startScripted()
const say = (message: CrowdMessage) => process.send?.(message)
process.on('message', () => say({ kind: 'open', connections: servers.openConnections() }))
process.on('disconnect', () => process.exit())
say({ kind: 'ready', ports: servers.ports, authority: authority.certificate })
