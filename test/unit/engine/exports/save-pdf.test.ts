import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PrintPage } from '#engine/environment.ts'
import { savePdf } from '#engine/exports/save-pdf.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-pdf-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Not valid UTF-8: it has to arrive octet by octet. */
const PDF = Buffer.concat([
  Buffer.from('%PDF-1.4\n'),
  Buffer.from([0xff, 0xfe, 0x00, 0x80]),
  Buffer.from('%%EOF\n'),
])
const MIB = 1_024 * 1_024

const prints = (pdf: Uint8Array | null) => () => Promise.resolve(pdf)

/** What the user is asked, and picks in the dialog. */
function dialog(answer: string | null) {
  const asked: string[] = []
  const choosePlace = (name: string) => {
    asked.push(name)
    return Promise.resolve(answer)
  }
  return { choosePlace, asked }
}

test('the page is written where the user says, octet by octet and for its owner alone', async () => {
  const { choosePlace, asked } = dialog(join(folder, 'anna.pdf'))
  expect(await savePdf({ printPage: prints(PDF), choosePlace })).toEqual({
    ok: true,
    value: { state: 'saved', file: 'anna.pdf' },
  })
  expect(asked).toEqual(['mail.pdf'])
  expect(await readFile(join(folder, 'anna.pdf'))).toEqual(PDF)
  if (process.platform !== 'win32') expect((await stat(join(folder, 'anna.pdf'))).mode & 0o777).toBe(0o600)
})

test('it replaces what the user said may go, and leaves nothing beside it', async () => {
  await writeFile(join(folder, 'anna.pdf'), 'old')
  await savePdf({ printPage: prints(PDF), choosePlace: dialog(join(folder, 'anna.pdf')).choosePlace })
  expect(await readdir(folder)).toEqual(['anna.pdf'])
  expect(await readFile(join(folder, 'anna.pdf'))).toEqual(PDF)
})

test('it is not written where the user closed the dialog', async () => {
  expect(await savePdf({ printPage: prints(PDF), choosePlace: dialog(null).choosePlace })).toEqual({
    ok: true,
    value: { state: 'cancelled' },
  })
  expect(await readdir(folder)).toEqual([])
})

test('it does not follow a link in its place', async () => {
  const link = join(folder, 'anna.pdf')
  await symlink(join(folder, 'elsewhere'), link)
  expect(await savePdf({ printPage: prints(PDF), choosePlace: dialog(link).choosePlace })).toEqual({
    ok: false,
    error: { kind: 'place', problem: 'special', folder },
  })
  expect(await readdir(folder)).toEqual(['anna.pdf'])
})

test.each<[string, PrintPage | null]>([
  ['it could not be printed', prints(null)],
  ['it is longer than one of our pages can be', prints(new Uint8Array(8 * MIB + 1))],
  ['the host cannot print', null],
])('the user is not asked for a place where %s', async (_, printPage) => {
  const { choosePlace, asked } = dialog(join(folder, 'anna.pdf'))
  expect(await savePdf({ printPage, choosePlace })).toEqual({ ok: false, error: { kind: 'not-made' } })
  expect(asked).toEqual([])
})

test('a host without a dialog prints nothing', async () => {
  const printPage = vi.fn<PrintPage>(prints(PDF))
  expect(await savePdf({ printPage, choosePlace: null })).toEqual({ ok: false, error: { kind: 'not-made' } })
  expect(printPage).not.toHaveBeenCalled()
})

test('printing that never ends is given up', async () => {
  const { choosePlace, asked } = dialog(join(folder, 'anna.pdf'))
  const printPage = () => new Promise<never>(() => {})
  expect(await savePdf({ printPage, choosePlace }, 1)).toEqual({ ok: false, error: { kind: 'not-made' } })
  expect(asked).toEqual([])
})
