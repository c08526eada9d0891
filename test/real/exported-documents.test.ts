import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { runConsumer } from '../support/exports/consumer.ts'
import { exported, setupOf } from '../support/exports/exported.ts'
import { findProgram } from '../support/real/programs.ts'

const SETUP = setupOf({
  servers: { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:587:starttls' },
  userName: `größe & <b> "o'n" ]]>`,
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-documents-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const run = (...words: readonly string[]) => runConsumer(words, { env: { HOME: folder, LC_ALL: 'C.UTF-8' } })

describe.skipIf(findProgram('xmllint') === null)('xmllint reads', () => {
  test.each<readonly [ExportFormatName, string, string]>([
    ['thunderbird-autoconfig', '//incomingServer/username', `größe & <b> "o'n" ]]>`],
    ['thunderbird-autoconfig', '//outgoingServer/socketType', 'STARTTLS'],
    ['outlook-autodiscover', '//*[local-name()="LoginName"]', `größe & <b> "o'n" ]]>`],
    ['fairemail', '//imap/@port', '993'],
    [
      'mobileconfig',
      '//key[.="IncomingMailServerUsername"]/following-sibling::string',
      `größe & <b> "o'n" ]]>`,
    ],
    ['android-qr', 'count(//*[local-name()="path"])', '1'],
  ])('%s: %s', async (format, path, value) => {
    const file = await write(format, exported(format, SETUP))
    const { output, status } = await run('xmllint', '--nonet', '--xpath', `string(${path})`, file)
    expect({ output: output.trimEnd(), status }).toEqual({ output: value, status: 0 })
  })
})

describe.skipIf(findProgram('plistutil') === null)('plistutil', () => {
  test('reads the profile for Apple Mail and keeps every value of it', async () => {
    const file = await write('mail.mobileconfig', exported('mobileconfig', SETUP))
    const binary = join(folder, 'binary')
    expect((await run('plistutil', '-i', file, '-f', 'bin', '-o', binary)).status).toBe(0)
    const { output } = await run('plistutil', '-i', binary, '-f', 'xml')
    expect(output).toContain(`<string>größe &amp; &lt;b&gt; "o'n" ]]&gt;</string>`)
    expect(output).toContain('<string>com.apple.mail.managed</string>')
    expect(output).toContain('<integer>993</integer>')
  })
})

describe.skipIf(findProgram('zbarimg') === null)('zbarimg', () => {
  test.each([
    ['the picture', 'android-qr', modulesOfSvg],
    ['what the terminal draws', 'android-qr-text', modulesOfBlocks],
  ] as const)('scans %s', async (_, format, modulesOf) => {
    const image = await write(`${format}.pbm`, bitmap(modulesOf(exported(format, SETUP))))
    const { results } = await run('zbarimg', '--quiet', '--raw', image)
    expect(results).toBe(exported('android-payload', SETUP))
  })
})

type Modules = ReadonlySet<string>

/** The dark squares of the picture; the scanner here reads no SVG. */
function modulesOfSvg(svg: string): Modules {
  return new Set(
    [...svg.matchAll(/M(\d+),(\d+)h10v10h-10z/g)].map(([, x, y]) => `${Number(x) / 10},${Number(y) / 10}`),
  )
}

/** Half blocks: light is what is drawn, on a dark ground. */
function modulesOfBlocks(text: string): Modules {
  const dark = new Set<string>()
  for (const [row, line] of text.trimEnd().split('\n').entries())
    for (const [column, block] of Array.from(line).entries()) {
      if (block === ' ' || block === '▄') dark.add(`${column},${row * 2}`)
      if (block === ' ' || block === '▀') dark.add(`${column},${row * 2 + 1}`)
    }
  return dark
}

/** As PBM, every module eight dots wide, with a margin. */
function bitmap(modules: Modules): string {
  const [scale, margin] = [8, 4]
  const size = Math.max(...[...modules].flatMap((module) => module.split(',').map(Number))) + 1 + 2 * margin
  const rows = Array.from({ length: size * scale }, (_, y) =>
    Array.from({ length: size * scale }, (__, x) =>
      modules.has(`${Math.floor(x / scale) - margin},${Math.floor(y / scale) - margin}`) ? '1' : '0',
    ).join(''),
  )
  return `P1\n${size * scale} ${size * scale}\n${rows.join('\n')}\n`
}
