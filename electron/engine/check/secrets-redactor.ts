import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { createRedactor, type Redactor } from '#shared/report/redact.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Credential } from '#engine/secret.ts'
import { shownForms } from '#engine/transcript.ts'

/** Who signs in, where, and with what. */
export interface KnownSecrets {
  readonly address: string
  readonly services: readonly Pick<ConfirmedService, 'endpoint' | 'userName'>[]
  readonly credential: Credential | null
  /** For sending alone, where that takes another password. */
  readonly sendingCredential?: Credential | null
}

/**
 * Takes out of a text every secret that a server of this account has been told, or will be. What any reader of a server
 * log knows anyway, hosts and names, leaves no hole.
 */
export function redactorFor(known: KnownSecrets, { proxy }: Pick<ProbeTools, 'proxy'>): Redactor {
  const { address, services, credential, sendingCredential } = known
  const secrets = [credential?.secret, sendingCredential?.secret, proxy?.credentials?.password]
  return createRedactor(
    secrets.flatMap((secret) => (secret === undefined ? [] : shownForms(secret.reveal()))),
    {
      hosts: services.map(({ endpoint }) => endpoint.host),
      userNames: [address, senderOf(address), ...services.map(({ userName }) => userName)],
    },
  )
}

/** What people read may be in U-labels; a server knows the A-labels only. */
export function senderOf(address: string): string {
  const parsed = parseEmailAddress(address)
  return parsed.ok ? parsed.value.ascii : address
}
