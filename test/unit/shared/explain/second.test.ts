import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { pastedFrom } from '#shared/explain/pasted.ts'
import { SECOND_BOUNCES } from './second-bounces.ts'
import { SECOND_REPLIES } from './second-replies.ts'

const FOLDER = new URL('../../../cases/second/bounces/', import.meta.url)

describe('replies of the second collection', () => {
  test.each(SECOND_REPLIES)('$text', async ({ text, codes, lasts }) => {
    const { causes } = await explain({ text, octets: null })
    expect(codes).toContain(causes[0].code)
    expect(lasts).toContain(causes[0].temporary ? 'passes' : 'stays')
  })

  test('are two hundred at least', () => {
    expect(SECOND_REPLIES.length).toBeGreaterThan(200)
  })
})

describe('bounces of the second collection', () => {
  test.each(SECOND_BOUNCES.map(([file, codes, more = {}]) => ({ file, codes, more })))(
    '$file is $codes',
    async ({ file, codes, more }) => {
      const { causes, bounce } = await explain(
        pastedFrom(readFileSync(new URL(file, FOLDER)), (octets, charset) =>
          new TextDecoder(charset, { fatal: true }).decode(octets),
        ),
      )
      const [{ code, turn, temporary }] = causes
      expect(codes).toContain(code)
      expect({ turn, lasts: temporary ? 'passes' : 'stays', ...bounce }).toMatchObject(more)
    },
  )

  test('every file has a row', () => {
    expect(SECOND_BOUNCES.map(([file]) => file).toSorted()).toEqual(readdirSync(FOLDER).toSorted())
  })
})
