import { join } from 'node:path'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { SecretStore } from '#engine/environment.ts'
import { Secret } from '#engine/secret.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { Setup } from '#engine/setup/setups.ts'
import { systemClock } from '#engine/system-clock.ts'
import { emptyFolder } from '../files/folders.ts'

export const RELAY: ServerEndpoint = {
  protocol: 'smtp',
  host: 'relay.example.org',
  port: 25,
  security: 'starttls',
}
export const IMAP: ServerEndpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }
export const SMTP: ServerEndpoint = { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls' }

const times = { startedMs: 0, endedMs: 1 }
export const ASKED: readonly StageRecord[] = [
  { stage: 'login', status: 'skipped', ...times, facts: { why: 'no-login-needed' } },
  { stage: 'send', status: 'ok', ...times, facts: { how: 'asked' } },
]
export const SIGNED_IN: readonly StageRecord[] = [
  { stage: 'login', status: 'ok', ...times, facts: { method: 'plain' } },
]
export const REFUSED: readonly StageRecord[] = [
  { stage: 'login', status: 'failed', ...times, facts: {}, fault: { kind: 'login-disabled' } },
]

export function serviceAt(endpoint: ServerEndpoint, signIn: ServiceSignIn): ConfirmedService {
  const service = confirmService(endpoint, signIn === 'none' ? '' : 'anna', { origin: 'typed', signIn })
  if (!service.ok) throw new Error(service.error)
  return service.value
}

export function resultOf({ endpoint, userName, signIn }: ConfirmedService, stages: readonly StageRecord[]) {
  const works = stages.every(({ status }) => status !== 'failed')
  return {
    endpoint,
    userName,
    signIn,
    verdict: works ? 'ok' : 'failed',
    code: works ? 'OK' : 'AUTH_REJECTED',
    passwordSent: 'no',
    evidence: { endpoint, stages, transcript: [], passwordSent: 'no' },
    alternatives: [],
    findings: [],
  } as const satisfies EndpointResult
}

export const relay = serviceAt(RELAY, 'none')
export const imap = serviceAt(IMAP, 'password')
export const smtp = serviceAt(SMTP, 'password')

export type Tested = readonly [ConfirmedService, readonly StageRecord[]]

/** A setup after a test, with a password for everything and maybe another one for sending. */
export function testedSetup(
  tested: readonly Tested[],
  password: string | null,
  sending: string | null = null,
): Setup {
  const address = parseEmailAddress('anna@example.org')
  if (!address.ok) throw new Error('the address is good')
  const services = tested.map(([service]) => service)
  const setup = new Setup({ address: address.value, provider: null, issuerRef: null, services })
  const credentialOf = (text: string | null) =>
    text === null ? null : ({ kind: 'password', secret: new Secret(text) } as const)
  setup.usePassword(credentialOf(password))
  setup.sendingCredential = credentialOf(sending)
  const endpoints = tested.map(([service, stages]) => resultOf(service, stages))
  setup.record({ address: 'anna@example.org', verdict: 'ok', endpoints })
  return setup
}

/** A place for accounts and a keychain that can be looked into. */
export async function placeToSave(change: Partial<SecretStore> = {}) {
  const folder = await emptyFolder()
  const accounts = createAccountFile(join(folder, 'accounts.json'))
  const secrets: SecretStore = { ...createMemoryStore('practice'), ...change }
  const valueOf = async (name: string) => {
    const read = await secrets.read(name)
    return read.ok ? read.value : read.error
  }
  return {
    folder,
    accounts,
    secrets,
    valueOf,
    save: (setup: Setup, secret: 'keep' | 'leave') =>
      saveSetup(setup, secret, { secrets, accounts, clock: systemClock }),
  }
}
