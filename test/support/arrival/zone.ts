import type { Answer } from 'dns-packet'
import type { DnsAnswer } from '../dns-server.ts'

/**
 * What a name server knows, written as people write it: `MX example.org` to `10 mx.example.org`. A string is a way not
 * to answer; `null` takes a record away.
 */
export type Zone = Readonly<Record<string, readonly string[] | 'NXDOMAIN' | 'SERVFAIL' | 'silence' | null>>

const LONGEST_STRING = 255

export function recordsOf(zone: Zone): Readonly<Record<string, DnsAnswer>> {
  return Object.fromEntries(
    Object.entries(zone).flatMap(([key, values]): readonly (readonly [string, DnsAnswer])[] => {
      const [type = '', name = ''] = key.split(' ')
      if (values === null) return []
      return [[key, typeof values === 'string' ? values : values.map((value) => answerOf(type, name, value))]]
    }),
  )
}

function answerOf(type: string, name: string, value: string): Answer {
  switch (type) {
    case 'TXT':
      return { type, name, data: value.match(new RegExp(`.{1,${LONGEST_STRING}}`, 'gs')) ?? [''] }
    case 'MX': {
      const [preference = '0', exchange = ''] = value.split(' ')
      return { type, name, data: { preference: Number(preference), exchange } }
    }
    case 'TLSA':
      return {
        type,
        name,
        data: { usage: Number(value), selector: 1, matchingType: 1, certificate: Buffer.alloc(32) },
      }
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'PTR':
      return { type, name, data: value }
    default:
      throw new Error(`no ${type} in a zone`)
  }
}
