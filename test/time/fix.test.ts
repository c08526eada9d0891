import { describe, expect, test } from 'vitest'
import { FIX_FORMS } from '#shared/programs/fix/fix-forms.ts'
import { fixedText } from '#shared/programs/fix/fixed-text.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { SOUND } from '../unit/shared/programs/sound-settings.ts'

const CLIENTS = Object.keys(FIX_FORMS) as readonly ReadableClient[]

/** What another process, or a user with many years of settings, may have put behind an account. */
const BEHIND: readonly (readonly [what: string, text: string])[] = [
  ['many empty lines', '\n'.repeat(100_000)],
  ['many blanks', `${' '.repeat(100_000)}\n`],
  ['a comment of a megabyte', `# ${'x'.repeat(1_048_576)}\n`],
  ['many comments', '# comment\n'.repeat(15_000)],
]

/** The account as it would be on other ports. */
function moved(client: ReadableClient, text: string) {
  const read = READERS[client].read([{ name: '', text }])
  if (!read.ok) throw new Error(read.error)
  return read.value.accounts.map((account) => ({
    ...account,
    services: account.services.map((service) => ({ ...service, port: service.port + 1_000 })),
  }))
}

const CASES = CLIENTS.flatMap((client) => BEHIND.map(([what, behind]) => ({ client, what, behind })))

describe('a file with much else in it', () => {
  test.each(CASES)('$client with $what is changed in time, and only in its line', ({ client, behind }) => {
    const [{ text } = { text: '' }] = SOUND[client]
    const whole = `${text}\n${behind}`
    const began = performance.now()
    const fixed = fixedText(client, whole, moved(client, whole))
    expect(performance.now() - began).toBeLessThan(5_000)
    if (!fixed.ok) throw new Error(fixed.error)
    expect(fixed.value.text.endsWith(`\n${behind}`)).toBe(true)
    expect(moved(client, fixed.value.text)).toEqual(
      moved(client, whole).map((account) => ({
        ...account,
        services: account.services.map((service) => ({ ...service, port: service.port + 1_000 })),
      })),
    )
  })
})

test('a line that is too far behind to be read may overrule the others', () => {
  const [{ text } = { text: '' }] = SOUND.msmtp
  const whole = `${text}${'# comment\n'.repeat(60_000)}port 25\n`
  expect(fixedText('msmtp', whole, moved('msmtp', whole))).toEqual({ ok: false, error: 'FIX_FORM' })
})
