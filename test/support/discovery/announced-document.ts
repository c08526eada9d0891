import { createHash } from 'node:crypto'
import type { DnsAnswer } from '../dns-server.ts'

/** Announced settings (PACC) as a domain publishes them. */
export const PACC = JSON.stringify({
  protocols: {
    imap: { host: 'imap.example.org' },
    smtp: { host: 'smtp.example.org' },
    jmap: { url: 'https://x' },
  },
  authentication: { password: true },
  info: { provider: { name: 'Example' } },
})

export const txt = (name: string, text: string): DnsAnswer => [{ type: 'TXT', name, data: [text] }]

/** As it stands in the announcement. */
export const digest = (text: string) => createHash('sha256').update(text).digest('base64')
