import type { CertificateFacts } from '#shared/domain/certificate.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type {
  ConnectAttempt,
  FailedStage,
  IpAddress,
  Stage,
  StageFacts,
  StageRecord,
} from '#shared/domain/stage.ts'

/** `unknown`: the connection broke after the secret was written and before any answer came. */
export const PASSWORD_SENT = ['no', 'yes', 'unknown'] as const

export type PasswordSent = (typeof PASSWORD_SENT)[number]

/** Whether the password, or what stands for it, has left this computer. */
export interface PasswordTrace {
  readonly passwordSent: PasswordSent
  /** All that was sent is a proof computed from the password (SCRAM, CRAM-MD5), never the password itself. */
  readonly sentAs?: 'proof'
}

export interface TranscriptLine {
  readonly direction: 'sent' | 'received'
  /** Redacted at the write. What a server says before encryption is reduced to protocol keywords. */
  readonly text: string
  readonly atMs: number
  readonly encrypted: boolean
}

/** How far one probe came at one endpoint. */
export interface Trail {
  readonly endpoint: ServerEndpoint
  readonly stages: readonly StageRecord[]
}

/** Everything one probe saw at one endpoint. Facts only; what they mean is for the diagnosis. */
export interface Evidence extends Trail, PasswordTrace {
  readonly transcript: readonly TranscriptLine[]
}

export function passwordTraceOf({ passwordSent, sentAs }: PasswordTrace): PasswordTrace {
  return sentAs === undefined ? { passwordSent } : { passwordSent, sentAs }
}

export function failureIn(evidence: Trail): FailedStage | null {
  for (const record of evidence.stages) if (record.status === 'failed') return record
  return null
}

export function reached(evidence: Trail, stage: Stage): boolean {
  return evidence.stages.some((record) => record.stage === stage && record.status !== 'failed')
}

/**
 * How it was proved that the account can use a service: by a sign-in, or by a relay that accepts its mail without one.
 * `null` where it was only probed.
 */
export function proofIn({ stages }: Trail): 'sign-in' | 'relay' | null {
  const isOk = (stage: Stage) => stages.some((record) => record.stage === stage && record.status === 'ok')
  if (isOk('login')) return 'sign-in'
  return isRelayWithoutSignIn(stages) && isOk('send') ? 'relay' : null
}

function isRelayWithoutSignIn(stages: readonly StageRecord[]): boolean {
  return stages.some((record) => record.stage === 'login' && record.facts.why === 'no-login-needed')
}

/** The proxy the connection went through, as `host:port`. */
export function proxyIn(evidence: Trail): string | null {
  for (const record of evidence.stages) if (record.stage === 'connect') return record.facts.proxy ?? null
  return null
}

/** The user name of the sign-in, `null` where there was none. */
export function userNameIn(evidence: Trail): string | null {
  for (const record of evidence.stages) if (record.stage === 'login') return record.facts.userName ?? null
  return null
}

/** What left this computer where `passwordSent` says that something did. */
export function sentIn({
  stages,
  sentAs,
}: Trail & Pick<PasswordTrace, 'sentAs'>): 'password' | 'token' | 'proof' {
  const method = stages.flatMap((record) => (record.stage === 'login' ? [record.facts.method] : [])).at(-1)
  if (method === 'xoauth2' || method === 'oauthbearer') return 'token'
  return sentAs ?? 'password'
}

/** Where the name of the server led; empty where a proxy looked it up. */
export function addressesIn(evidence: Trail): readonly IpAddress[] {
  for (const record of evidence.stages) if (record.stage === 'dns') return record.facts.addresses ?? []
  return []
}

/** What came of each address that was tried; with a proxy they are the proxy's. */
export function attemptsIn(evidence: Trail): readonly ConnectAttempt[] {
  for (const record of evidence.stages) if (record.stage === 'connect') return record.facts.attempts ?? []
  return []
}

/** The certificate the server presented, accepted or not. */
export function certificateIn(evidence: Trail): CertificateFacts | null {
  for (const record of evidence.stages) {
    if (record.stage === 'certificate' && record.facts.certificate !== undefined)
      return record.facts.certificate
  }
  return null
}

/** What the server announced last, which after STARTTLS is the only list that counts (RFC 3207 section 4.2). */
export function capabilitiesIn(evidence: Trail): readonly string[] {
  return announcedIn(evidence).capabilities ?? []
}

/** The mechanisms of the same list, upper case. */
export function mechanismsIn(evidence: Trail): readonly string[] {
  return announcedIn(evidence).mechanisms ?? []
}

function announcedIn({ stages }: Trail): StageFacts['capabilities'] {
  return stages.flatMap((record) => (record.stage === 'capabilities' ? [record] : [])).at(-1)?.facts ?? {}
}
