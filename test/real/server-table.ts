import { expect } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { checkServers } from './check-servers.ts'

type Protocol = ServerEndpoint['protocol']
type Security = ServerEndpoint['security']

/** What a server is asked over; a port that a make of server does not have is not in its list. */
export type Way = `${Protocol} ${Exclude<Security, 'none'>}`

export const endpointAt = (way: Way, port: number): ServerEndpoint => {
  const [protocol, security] = way.split(' ') as [Protocol, Security]
  return { protocol, host: 'localhost', port, security }
}

/** What is compared of the check of one endpoint: the finding, and the mechanism that was tried last. */
export async function checkedAt(way: Way, port: number, password: string) {
  const { endpoints } = await checkServers([endpointAt(way, port)], password)
  const [result] = endpoints
  if (result === undefined) throw new Error('the check has no result')
  const login = result.evidence.stages.find(({ stage }) => stage === 'login')
  const method = login !== undefined && 'method' in login.facts ? login.facts.method : null
  return { ...result, method, turn: result.findings[0]?.turn }
}

/** The password went to the server once: a second try would bring an account closer to a lock-out. */
export function expectOneAttempt({ evidence }: Awaited<ReturnType<typeof checkedAt>>): void {
  expect(evidence.transcript.filter(({ text }) => text.includes('[password]'))).toHaveLength(1)
}
