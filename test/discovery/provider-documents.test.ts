import { describe, expect, test } from 'vitest'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import { AUTOCONFIG_DOCUMENTS, AUTODISCOVER_DOCUMENTS } from '../support/discovery/software-documents.ts'
import { look } from '../support/discovery/look.ts'

const AUTOCONFIG = 'autoconfig.example.org/mail/config-v1.1.xml'
const AUTODISCOVER = 'autodiscover.example.org/autodiscover/autodiscover.xml'

describe('the autoconfig document of', () => {
  test.each(AUTOCONFIG_DOCUMENTS)('$software is read whole', async ({ document, lines, notes }) => {
    const { last, lines: seen } = await look({ pages: { [AUTOCONFIG]: document } })
    expect(seen).toEqual(lines.map((line) => `${line} autoconfig`))
    expect(last?.notes).toEqual(notes satisfies readonly DiscoveryNote[])
    expect(last?.candidates.map(({ userName }) => userName)).toEqual(lines.map(() => 'anna@example.org'))
  })
})

describe('the Autodiscover document of', () => {
  test.each(AUTODISCOVER_DOCUMENTS)('$software is read whole', async ({ document, lines, notes }) => {
    const { last, lines: seen } = await look({ pages: { [AUTODISCOVER]: document } })
    expect(seen).toEqual(lines.map((line) => `${line} autodiscover`))
    expect(last?.notes).toEqual(notes satisfies readonly DiscoveryNote[])
  })
})
