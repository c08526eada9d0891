import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import type { ArrivalFinding, ArrivalReport, Subject } from '#shared/arrival/report.ts'
import { queryArrival, type ArrivalRequest } from '#engine/arrival/query-arrival.ts'
import { createDiscoveryWorld } from '../discovery/discovery-world.ts'
import type { Page } from '../discovery/web-server.ts'
import { recordsOf, type Zone } from './zone.ts'

export interface ArrivalPlan {
  readonly zone?: Zone
  readonly pages?: Readonly<Record<string, Page>>
  readonly domain?: string
  readonly smtpHost?: string | null
  /** Headers of a message that arrived. */
  readonly message?: string
  readonly signal?: AbortSignal
  readonly redact?: ArrivalRequest['redact']
}

const key = (bits: '512' | '1024' | '2048') => `v=DKIM1; k=rsa; p=${KEYS[bits]}`

/** Public halves of keys that were made for these tests and thrown away. */
const KEYS = {
  '512':
    'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMXHDCCD/Inosx2RTkQLqabuyAgmHC0laSaPLqJlTPtkQ3m7FTFfVj6/gp2L5TJyV+siI2bNyAhtQSQTS7Fyn4MCAwEAAQ==',
  '1024':
    'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCab6fPCsGUmFdHD/mGNWPJO7kQO4yRxCZV1i6/IWWyT6v9/6CYKlRXp2foLDeqtAeyMoT26GDDV6IogBmdAJXnhy9/u3TFSaBHVTYAdhge49Zv7TY0yheiHL9PwPTDsJ9FcGPsFFOhKVl78OSl/0tMnCDAPceH7fPbLNiDZW1ErQIDAQAB',
  '2048':
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAt8gJDVLx0U3GHB+E/zBTdZ7rwhkbQY9jikS+eg4UlqLcwD5bm+6+9BSvXFOaazEXTsjohqps9ID77TJbB06Zdb2CXggBgF2XTMpJnbmLQHTog8VIXLskxuRpR4erCJc2ESq5VP+RQYrsBSuhcStAWrmd9jsHRZkilb3Am8vUuAA1mNhrEaPE0BFoRnXtPnhFxeS1u6aXhlUOEWOhm+tseriX2RWuqvrQUIuCc3QZ296Li45OTBLDYTT5/xu1i/NORHKGBT3IEzP994Z9CAVNh3spjfeN31vBKU9eeUeU3chkGI5AbL7CZ3A6A5k1ew3ljoFiDn36szcg3tQzrfKYUwIDAQAB',
} as const

export const GOOD_KEY = key('2048')
export const SHORT_KEY = key('512')

/** A domain whose mail is with a provider that documents everything, all of it in order. */
export const HEALTHY: Zone = {
  'TXT example.org': ['google-site-verification=x', 'v=spf1 include:spf.messagingengine.com -all'],
  'TXT spf.messagingengine.com': ['v=spf1 ip4:198.51.100.0/24 -all'],
  'TXT fm1._domainkey.example.org': [GOOD_KEY],
  'TXT _dmarc.example.org': ['v=DMARC1; p=reject'],
  'MX example.org': ['10 in1.example.net'],
  'A in1.example.net': ['198.51.100.9'],
  'A smtp.fastmail.com': ['203.0.113.5'],
}

/** Looks at a domain in a world that is in order but for what the plan says. */
export async function askArrival({
  zone = {},
  pages = {},
  domain = 'example.org',
  smtpHost = 'smtp.fastmail.com',
  message,
  signal = new AbortController().signal,
  redact,
}: ArrivalPlan): Promise<ArrivalReport> {
  const world = await createDiscoveryWorld({ pages, records: recordsOf({ ...HEALTHY, ...zone }) })
  try {
    return await queryArrival(
      {
        domain,
        smtpHost,
        provider: null,
        message: message === undefined ? null : readMessageFacts(message),
        ...(redact === undefined ? {} : { redact }),
      },
      world.tools,
      signal,
    )
  } finally {
    await world.stop()
  }
}

export function findingOn(report: ArrivalReport, subject: Subject): ArrivalFinding {
  const found = report.findings.find((finding) => finding.subject === subject)
  if (found === undefined) throw new Error(`nothing about ${subject}`)
  return found
}
