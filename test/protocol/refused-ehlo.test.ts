import { expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

test.each([
  '501 Invalid domain name in EHLO',
  '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
  '504 5.5.2 <[127.0.0.1]>: Helo command rejected: need fully-qualified hostname',
])(
  'a server that dislikes the name in EHLO and HELO is not laid to the network: %s',
  async (capabilities) => {
    const { result } = await tryOut(mailServer('smtp', 'tls', goodTls, { capabilities }), {
      protocol: 'smtp',
    })
    const [finding] = result.findings
    expect(result).toMatchObject({ code: 'SERVER_REJECTED', passwordSent: 'no' })
    expect(finding).toMatchObject({
      turn: 'provider',
      serverSaid: capabilities.replace(/^\d+ (5\.5\.2 )?/, ''),
    })
    expect(finding?.actions[0].kind).toBe('ask-admin')
  },
)
