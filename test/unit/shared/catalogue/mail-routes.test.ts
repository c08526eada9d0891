import { describe, expect, test } from 'vitest'
import { providerByMx } from '#shared/catalogue/look-up.ts'
import { MAIL_FILTERS, MAIL_FORWARDERS, relayByMx } from '#shared/catalogue/mail-routes.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { importedByMx } from '#shared/imported/look-up.ts'

const suffixes = [...MAIL_FILTERS, ...MAIL_FORWARDERS].flatMap(({ mx }) => mx)

describe('filters and forwarders', () => {
  test('are no providers of mailboxes: no suffix lies below or above one of the catalogue or of the collections', () => {
    const known = suffixes.filter(
      (suffix) => providerByMx([`mx.${suffix}`]) !== null || importedByMx([`mx.${suffix}`]) !== null,
    )
    expect(known).toEqual([])
    const claimed = PROVIDERS.flatMap(({ mx }) => mx).filter((mx) => relayByMx([mx]) !== null)
    expect(claimed).toEqual([])
  })

  test('have a suffix each', () => {
    expect(new Set(suffixes).size).toBe(suffixes.length)
  })

  test.each([
    [['mx1.improvmx.com', 'mx2.improvmx.com'], 'ImprovMX'],
    [['mail.example.org', 'mx1.improvmx.com'], undefined],
    [['mail.example.org', 'mx.spamexperts.com'], undefined],
    [['notmimecast.com'], undefined],
    [['mimecast.com'], 'Mimecast'],
    [[], undefined],
  ])('%j lead to %s: the most preferred host decides', (hosts, name) => {
    expect(relayByMx(hosts)?.name).toBe(name)
  })
})
