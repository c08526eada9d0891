import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import { runCli } from '../support/cli.ts'

const discover = (address: string) => run(['discover', address, '--offline', '--no-color'])

/** The command line without a process of its own: one takes half a second, and these are many. */
async function run(args: readonly string[]) {
  const input = new PassThrough()
  const results = new PassThrough()
  const progress = new PassThrough()
  input.end()
  const status = await runCommandLine(args, {
    input,
    results,
    progress,
    env: { LANG: 'en_US.UTF-8' },
    signal: new AbortController().signal,
  })
  results.end()
  progress.end()
  return { status, results: await text(results), progress: await text(progress) }
}

describe('what is no address ends with status 2, its reason and nothing else', () => {
  test.each([
    ['65: nothing', '', 'Type your email address.'],
    ['65: an @ alone', '@', 'before the @'],
    ['65: nothing after the @', 'a@', 'after the @'],
    ['65: nothing before the @', '@b', 'before the @'],
    ['65: two @', 'a@b@c', 'Enter one address only'],
    ['65: two addresses', 'a@b.c, d@e.f', 'Enter one address only'],
    ['65: a name around it', 'Name <a@b.c>', 'Do you mean a@b.c?'],
    ['66: a quoted local part', '"x@evil.test y"@good.test', 'Enter one address only'],
    ['67: comments', `${'('.repeat(10_000)}@b.c`, 'too long'],
    ['67: a group', 'friends:anna@example.org;', 'before the @'],
    ['68: CR and LF', 'anna@example.org\r\nRCPT TO:<x@y.z>', 'invisible characters'],
    ['68: a NUL', 'an\0na@example.org', 'invisible characters'],
    ['68: a TAB', '\tanna@example.org', 'invisible characters'],
    ['69: 300 letters before the @', `${'a'.repeat(300)}@example.org`, 'too long'],
    ['69: a label of 64 letters', `a@${'b'.repeat(64)}.example`, 'after the @'],
    ['74: full-width letters', 'u@ｇｍａｉｌ.com', 'Do you mean u@gmail.com?'],
    ['74: a soft hyphen', 'u@gm\u00adail.com', 'Do you mean u@gmail.com?'],
    ['74: %70', 'u@exam%70le.org', 'Do you mean u@example.org?'],
    ['a comma for a dot', 'anna@gmail,com', 'Do you mean anna@gmail.com?'],
  ])('%s', async (_, address, reason) => {
    const { status, results, progress } = await discover(address)
    expect(progress).toContain(reason)
    expect(progress).toContain('[ADDR_INVALID]')
    expect({ status, results }).toEqual({ status: 2, results: '' })
  })
})

test('the program itself ends with status 2 too', async () => {
  const { status, results, progress } = await runCli(['discover', 'a@b@c', '--offline'])
  expect(progress).toContain('[ADDR_INVALID]')
  expect({ status, results }).toEqual({ status: 2, results: '' })
})

describe('72: a lookalike', () => {
  test('is refused with both spellings', async () => {
    const { status, results, progress } = await discover('anna@gm\u0430il.com')
    expect({ status, results }).toEqual({ status: 2, results: '' })
    for (const part of ['gmail.com', 'gm\u0430il.com', 'xn--gmil-63d.com', '[ADDR_LOOKALIKE]'])
      expect(progress).toContain(part)
  })

  test('counts as meant when it is written as computers write it', async () => {
    const { status, results, progress } = await discover('anna@xn--gmil-63d.com')
    expect(status).toBe(0)
    expect(progress).toContain('[ADDR_LOOKALIKE]')
    expect(results).toContain('xn--gmil-63d.com')
  })
})

test.each([
  ['70: a U-label goes on as its A-label', 'anna@münchen.example', 'imap.xn--mnchen-3ya.example', ''],
  ['71: special letters before the @', 'jürgen@example.org', 'jürgen@example.org', '[ADDR_EAI]'],
  ['a slip', 'anna@gmial.com', 'gmial.com', 'Did you mean anna@gmail.com?'],
])('%s', async (_, address, result, said) => {
  const { status, results, progress } = await discover(address)
  expect(status).toBe(0)
  expect(results).toContain(result)
  expect(progress).toContain(said)
})

test.each(['u@127.1', 'u@2130706433', 'u@[10.0.0.1]', 'u@localhost'])(
  '73: nothing is looked up for %s',
  async (address) => {
    const { status, results } = await run(['discover', address, '--json', '--dns', '127.0.0.1:9'])
    expect(status).toBe(1)
    expect(JSON.parse(results)).toMatchObject({ address, provider: null, candidates: [] })
  },
)
