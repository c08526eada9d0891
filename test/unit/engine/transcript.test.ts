import { describe, expect, test } from 'vitest'
import { createRedactor } from '#shared/report/redact.ts'
import { shownForms, Transcript } from '#engine/transcript.ts'

const PLACEHOLDER = '[password]'

/** What a transcript keeps of an echo of this secret, as a line and as a quotation. */
function shownOf(secret: string, echo: string): readonly string[] {
  const transcript = new Transcript(createRedactor(shownForms(secret)), () => 0)
  transcript.received(echo, 'encrypted')
  return [...transcript.lines().map(({ text }) => text), transcript.quote(echo, 'encrypted')]
}

describe('a secret is looked for in what will be seen', () => {
  test.each([
    ['as it is', 'correct-horse', 'no: correct-horse', `no: ${PLACEHOLDER}`],
    ['with an invisible character in it', 'correct-horse', 'no: correct\u200b-horse', `no: ${PLACEHOLDER}`],
    ['with a colour in it', 'correct-horse', 'no: corr\u001b[31mect-horse', `no: ${PLACEHOLDER}`],
    ['with a control character in it', 'correct-horse', 'no: c\0orrect-\u0007horse', `no: ${PLACEHOLDER}`],
    ['with a variation of a letter', 'correct-horse', 'no: correct\ufe0f-horse', `no: ${PLACEHOLDER}`],
    [
      'that is a word of the protocol, in quotation marks',
      'password',
      'no: "password"',
      `no: "${PLACEHOLDER}"`,
    ],
    ['with odd spaces of its own', 'correct  \u00a0horse', 'no: correct  \u00a0horse', `no: ${PLACEHOLDER}`],
    ['in octets that are no UTF-8', 'pässwört9', 'no: p\ufffdssw\ufffdrt9', `no: ${PLACEHOLDER}`],
    ['that begins with a lost letter', 'örtchen-9', 'no: \ufffdrtchen-9', `no: ${PLACEHOLDER}`],
    [
      'with an invisible character of its own',
      'correct\u200bhorse',
      'no: correct\u200bhorse',
      `no: ${PLACEHOLDER}`,
    ],
  ])('%s', (_, secret, echo, expected) => {
    expect(shownOf(secret, echo)).toEqual([expected, expected])
  })

  test.each([190, 195, 199, 200, 210])(
    'no part of one is left where a line is cut, after %i letters',
    (count) => {
      const secret = 'correct-horse-battery'
      for (const shown of shownOf(secret, `${'x'.repeat(count)}${secret}`))
        expect(shown).not.toContain('corr')
    },
  )
})
