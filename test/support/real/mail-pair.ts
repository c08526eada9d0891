import { authority, HOST } from '../certificates.ts'
import { startDovecot, type Dovecot, type DovecotOptions } from './dovecot.ts'
import { startPostfix, type Postfix } from './postfix.ts'

export const ANNA = { name: 'anna@example.test', password: 'Gehäim-4711 "x"' } as const

export interface MailPair {
  readonly dovecot: Dovecot
  readonly postfix: Postfix
  /** What both show, as PEM. */
  readonly certificate: string
  readonly stop: () => Promise<void>
}

/** A real Dovecot and a real Postfix that ask the same users for their passwords. */
export async function startMailPair(options: Partial<DovecotOptions> = {}): Promise<MailPair> {
  const { certificate, key } = await authority.issue({
    dnsNames: ['localhost', HOST],
    ipAddresses: ['127.0.0.1'],
  })
  const dovecot = await startDovecot({ certificate, key, users: [ANNA], ...options })
  const postfix = await startPostfix({
    certificate,
    key,
    saslPort: dovecot.ports.sasl,
    mailDirectory: dovecot.mailDirectory,
    mailboxes: [ANNA.name],
  }).catch(async (error: unknown) => {
    await dovecot.stop()
    throw error
  })
  return {
    dovecot,
    postfix,
    certificate,
    stop: async () => {
      await postfix.stop()
      await dovecot.stop()
    },
  }
}
