import { describe, expect, test } from 'vitest'
import { digest, PACC, txt } from '../support/discovery/announced-document.ts'
import { look } from '../support/discovery/look.ts'

describe('announced settings that', () => {
  const ADDRESS = 'ua-auto-config.example.org/.well-known/user-agent-configuration.json'
  const NAME = '_ua-auto-config.example.org'
  test.each<readonly [string, string, string | null]>([
    ['were not announced', PACC, null],
    ['were changed afterwards', `${PACC} `, `v=UAAC1; a=sha256; d=${digest(PACC)}`],
    ['were announced in an unknown way', PACC, `v=UAAC1; a=md5; d=${digest(PACC)}`],
    ['were announced for another format', PACC, `v=UAAC2; a=sha256; d=${digest(PACC)}`],
    ['were announced with half a digest', PACC, `v=UAAC1; a=sha256; d=${digest(PACC).slice(0, 20)}`],
    ['are no JSON', '<html>', `v=UAAC1; a=sha256; d=${digest('<html>')}`],
    ['have another shape', '{"protocols":[]}', `v=UAAC1; a=sha256; d=${digest('{"protocols":[]}')}`],
    [
      'name this computer',
      '{"protocols":{"imap":{"host":"localhost"}}}',
      `v=UAAC1; a=sha256; d=${digest('{"protocols":{"imap":{"host":"localhost"}}}')}`,
    ],
  ])('%s are not believed', async (_, body, record) => {
    const records = { [`TXT ${NAME}`]: record === null ? ('NXDOMAIN' as const) : txt(NAME, record) }
    const { report } = await look({ pages: { [ADDRESS]: body }, records })
    expect(report['pacc']).toBe('failed CFG_INVALID')
  })
})
