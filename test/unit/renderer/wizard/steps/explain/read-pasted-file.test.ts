import { describe, expect, test } from 'vitest'
import { MAX_PASTED } from '#shared/explain/pasted.ts'
import { readPastedFile } from '#renderer/wizard/steps/explain/read-pasted-file.ts'

const fileWith = (...octets: readonly number[]) => new File([new Uint8Array(octets)], 'bounce.eml')

describe('a file that was chosen', () => {
  test('is read as UTF-8, with its octets', async () => {
    const read = await readPastedFile(fileWith(0x67, 0xc3, 0xbc))
    expect(read).toEqual({ ok: true, value: { text: 'gü', octets: new Uint8Array([0x67, 0xc3, 0xbc]) } })
  })

  test('is read as Windows-1252 where it cannot be UTF-8', async () => {
    const read = await readPastedFile(fileWith(0x67, 0xfc))
    expect(read).toMatchObject({ ok: true, value: { text: 'gü' } })
  })

  test.each([
    ['of more than a megabyte', new File(['x'.repeat(MAX_PASTED + 1)], 'big.txt'), 'too-big'],
    ['that is no text', fileWith(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'not-text'],
  ] as const)('%s is refused', async (_, file, problem) => {
    expect(await readPastedFile(file)).toEqual({ ok: false, error: problem })
  })

  test('that cannot be read is refused', async () => {
    const folder = Object.assign(fileWith(), { arrayBuffer: () => Promise.reject(new Error('a folder')) })
    expect(await readPastedFile(folder)).toEqual({ ok: false, error: 'unreadable' })
  })
})
