import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { pastedFrom } from '#shared/explain/pasted.ts'
import { COLLECTED_SENDING } from './collected-sending.ts'
import { COLLECTED_SIGN_IN } from './collected-sign-in.ts'

const CASES = new URL('../../../cases/', import.meta.url)

describe.each([
  ['sending', COLLECTED_SENDING],
  ['sign-in', COLLECTED_SIGN_IN],
] as const)('collected texts about %s', (folder, cases) => {
  test.each(cases.map(([file, codes, more = {}]) => ({ file, codes, more })))(
    '$file is $codes',
    async ({ file, codes, more }) => {
      const octets = readFileSync(new URL(`${folder}/${file}`, CASES))
      const { causes, bounce } = await explain(
        pastedFrom(octets, (from, charset) => new TextDecoder(charset, { fatal: true }).decode(from)),
      )
      const [{ code, turn, temporary, actions }] = causes
      expect(codes).toContain(code)
      expect(actions.length).toBeGreaterThan(0)
      const found = { turn, lasts: temporary ? 'passes' : 'stays', ...bounce }
      expect(found).toMatchObject(more)
    },
  )
})

test('every collected text about sign-in has a row', () => {
  expect(COLLECTED_SIGN_IN.map(([file]) => file).sort()).toEqual(
    readdirSync(new URL('sign-in/', CASES)).sort(),
  )
})
