import { join } from 'node:path'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { createEngine } from '#engine/create-engine.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { DEFAULT_OPTIONS, systemEnvironment } from '#engine/system-environment.ts'
import { authority, HOST } from '../certificates.ts'
import { startDnsServer } from '../dns-server.ts'
import { ANNA, type MailPair } from './mail-pair.ts'

const signal = new AbortController().signal

export interface HandoverEngine {
  readonly programs: EngineHandlers['programs']
  /** Confirms the servers as a user who types them, and tests them with the password: all the way to the proof. */
  readonly prove: () => Promise<{ readonly setupId: string; readonly last: TestEvent | null }>
  readonly stop: () => Promise<void>
}

/**
 * The engine as the hosts start it, with the network and the files of the system: only the home, the name server, the
 * authority and the keychain are those of a test.
 */
export async function startHandoverEngine(
  home: string,
  { dovecot, postfix }: MailPair,
): Promise<HandoverEngine> {
  const names = await startDnsServer(({ type, name }) =>
    type === 'A' && name === HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
  const real = systemEnvironment(
    { version: '0.0.0', host: 'desktop', openUrl: () => Promise.resolve(false) },
    { ...DEFAULT_OPTIONS, dnsServer: names.address, authorities: [authority.certificate] },
  )
  const { handlers, close } = createEngine({
    ...real,
    programs: { ...real.programs, home, env: {} },
    accountsPath: join(home, 'mailwright/accounts.json'),
    secrets: createMemoryStore('practice'),
  })
  const typed = { userName: ANNA.name, origin: 'typed', pin: null, signIn: 'password' } as const
  const services = [
    {
      endpoint: { protocol: 'imap', host: HOST, port: dovecot.ports.imaps, security: 'tls' },
      ...typed,
    },
    {
      endpoint: { protocol: 'smtp', host: HOST, port: postfix.ports.submission, security: 'starttls' },
      ...typed,
    },
  ] as const
  return {
    programs: handlers.programs,
    prove: async () => {
      const agreed = { address: ANNA.name, providerId: null, services, previous: null, issuer: null }
      const ticket = await handlers.setup.confirm(agreed, signal)
      if (!ticket.ok) throw new Error(ticket.error)
      const { setupId } = ticket.value
      const credential = { kind: 'password', secret: ANNA.password } as const
      const request = { setupId, credential, sending: null, protocols: null }
      let last: TestEvent | null = null
      for await (const event of handlers.setup.test(request, signal)) last = event
      return { setupId, last }
    },
    stop: async () => {
      close()
      await names.stop()
    },
  }
}
