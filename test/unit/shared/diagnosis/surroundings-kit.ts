import type { ConnectAttempt, IpAddress } from '#shared/domain/stage.ts'
import type { ControlSighting, Surroundings, WebAnswer } from '#shared/domain/surroundings.ts'
import type { Parts } from './situations.ts'

export const timeout = { kind: 'timeout', limitMs: 8_000 } as const
export const unreachable = { kind: 'unreachable' } as const
export const refused = { kind: 'refused' } as const
export const strange = { kind: 'certificate', problems: ['name-mismatch'] } as const
export const smtp = { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' } as const

export const V4: IpAddress = { address: '192.0.2.1', family: 4 }
export const V6: IpAddress = { address: '2001:db8::1', family: 6 }
export const PRIVATE: IpAddress = { address: '192.168.1.1', family: 4 }

export function attempt(address: IpAddress, outcome: ConnectAttempt['outcome']): ConnectAttempt {
  return { ...address, outcome }
}

export function control(host: string, change: Partial<ControlSighting> = {}): ControlSighting {
  return {
    host,
    lookUp: 'found',
    addresses: [V4],
    attempts: [attempt(V4, 'connected')],
    answered: true,
    web: null,
    ...change,
  }
}

export const silent = (host: string) =>
  control(host, { answered: false, attempts: [attempt(V4, 'no-answer'), attempt(V4, 'no-answer')] })

export const saying = (host: string, web: Partial<WebAnswer>) =>
  control(host, { web: { status: 200, redirectHost: null, date: null, ...web } })

export const around = (...controls: readonly ControlSighting[]): Partial<Surroundings> => ({ controls })

/** Nothing came from the mail server, and this is what else was seen. */
export const noAnswer = (parts: Omit<Parts, 'fault'>): Parts => ({
  fault: timeout,
  stage: 'connect',
  ...parts,
})

export const known = { host: 'imap.gmail.com' }
