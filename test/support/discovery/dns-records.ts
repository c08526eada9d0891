import type { DnsAnswer } from '../dns-server.ts'

/** Records as the name server of a test gives them. */
export const mailExchanger = (name: string, exchange: string): DnsAnswer => [
  { type: 'MX', name, data: { preference: 0, exchange } },
]

export const nameServer = (name: string, host: string): DnsAnswer => [{ type: 'NS', name, data: host }]

export const alias = (name: string, target: string): DnsAnswer => [{ type: 'CNAME', name, data: target }]

export const service = (name: string, port: number, target: string, priority = 0): DnsAnswer => [
  { type: 'SRV', name, data: { priority, weight: 0, port, target } },
]
