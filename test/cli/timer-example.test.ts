import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runHere } from '../support/cli-here.ts'
import { findProgram } from '../support/real/programs.ts'

const UNITS = ['mailwright.service', 'mailwright.timer', 'mailwright-mail@.service'] as const
const unit = (name: (typeof UNITS)[number]) => readFileSync(inRoot('docs/examples', name), 'utf8')
const valueOf = (key: string, text: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1] ?? ''

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailwright-timer-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `systemd` finds fault with; the program is another one, which is there. */
function faultsIn(units: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'units-'))
  for (const [name, text] of Object.entries(units))
    writeFileSync(join(place, name), text.replace('ExecStart=mailwright ', 'ExecStart=/bin/true '))
  const options = ['verify', '--user', '--man=no', '--recursive-errors=no']
  const files = Object.keys(units).map((name) => join(place, name))
  // It looks for its own folder even where it starts nothing.
  const env = { ...process.env, XDG_RUNTIME_DIR: place }
  const { status, stderr } = spawnSync('systemd-analyze', [...options, ...files], { env })
  return status === 0 ? '' : `${stderr.toString()} (${status})`
}

describe.skipIf(findProgram('systemd-analyze') === null)('systemd finds no fault with the example', () => {
  test('as it stands there', () => {
    const [service, timer, mail] = UNITS.map(unit)
    const units = {
      'mailwright.service': service ?? '',
      'mailwright.timer': timer ?? '',
      'mailwright-mail@mailwright.service.service': mail ?? '',
    }
    expect(faultsIn(units)).toBe('')
  })

  test('and would with a word that it does not know', () => {
    expect(faultsIn({ 'mailwright.service': unit('mailwright.service').replace('Type=', 'Typ=') })).not.toBe(
      '',
    )
  })
})

test('the service tests as it is written, and fails where nothing is saved', async () => {
  const [program, ...args] = valueOf('ExecStart', unit('mailwright.service')).split(' ')
  expect(program).toBe('mailwright')
  const { status, results } = await runHere(args, { env: { MAILWRIGHT_DATA_DIR: folder } })
  expect(results).toContain('MAILWRIGHT UNKNOWN -')
  expect(status).toBe(3)
  expect(valueOf('OnFailure', unit('mailwright.service'))).toBe('mailwright-mail@%n.service')
})

test('the failure is sent by mail, with the journal of the run', () => {
  const programs = join(folder, 'bin')
  mkdirSync(programs)
  const record = (name: string, more: string) =>
    writeFileSync(
      join(programs, name),
      `#!/bin/sh\nfor one; do echo "$one"; done > ${folder}/${name}.args\n${more}\n`,
      {
        mode: 0o755,
      },
    )
  record('journalctl', 'echo "MAILWRIGHT CRITICAL - anna@example.org"')
  record('mail', `cat > ${folder}/mail.text`)
  // As systemd passes it on: the quotes are its own, and the name of the instance is filled in.
  const [, shell = '', script = '', name = ''] =
    /^(\S+) -c '(.*)' sh (\S+)$/.exec(valueOf('ExecStart', unit('mailwright-mail@.service'))) ?? []
  expect(name).toBe('%i')
  execFileSync(shell, ['-c', script, 'sh', 'mailwright.service'], {
    env: { PATH: `${programs}:/usr/bin:/bin`, LOGNAME: 'anna' },
  })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  expect(read('mail.args').split('\n')).toEqual(['-s', 'Mailwright: mailwright.service', 'anna', ''])
  expect(read('mail.text')).toBe('MAILWRIGHT CRITICAL - anna@example.org\n')
  expect(read('journalctl.args').split('\n')).toContain('--unit=mailwright.service')
})
