import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import { runCli } from '../support/cli.ts'

/** The command line without a process of its own. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  const [input, results, progress] = [new PassThrough(), new PassThrough(), new PassThrough()]
  input.end()
  const { signal } = new AbortController()
  const status = await runCommandLine(args, { input, results, progress, env, signal })
  results.end()
  progress.end()
  return { status, results: await text(results), progress: await text(progress) }
}

const GERMAN = { LANG: 'de_DE.UTF-8' }
const ENGLISH = { LANG: 'en_US.UTF-8' }
const NOWHERE = '/nowhere/at/all'

describe('a German terminal says in German what was wrong', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['no such command', ['chekc'], 'Den Befehl „chekc“ gibt es nicht'],
    ['no such option', ['check', '--smpt', 'x'], 'Die Option --smpt gibt es nicht'],
    ['an option without its value', ['discover', '--dns'], '--dns braucht einen Wert'],
    ['a value too many', ['discover', '--json=yes'], '--json steht allein'],
    ['no address', ['discover'], 'Geben Sie genau eine Adresse an'],
    ['half an address', ['discover', 'anna@'], 'Der Teil nach dem @ fehlt. [ADDR_INVALID]'],
    ['no language', ['discover', 'a@b.example', '--lang', 'xx'], '--lang braucht eine von en, de'],
    [
      'no time',
      ['discover', 'a@b.example', '--timeout', 'soon'],
      '--timeout braucht eine Anzahl von Sekunden',
    ],
    ['no proxy', ['discover', 'a@b.example', '--proxy', 'x'], '--proxy: Ein Proxy ist http://HOST:PORT'],
    [
      'no file',
      ['explain', NOWHERE],
      `${NOWHERE} wird nicht gelesen: Diese Datei gibt es nicht [FILE_MISSING]`,
    ],
    [
      'no policy',
      ['discover', 'a@b.example', '--policy', NOWHERE],
      `Die Richtlinie ${NOWHERE} ist nicht verwendbar: Diese Datei gibt es nicht [FILE_MISSING]`,
    ],
    [
      'no server',
      ['check', 'a@b.example', '--imap', 'imap.b.example:0:tls'],
      '--imap braucht HOST:PORT:SECURITY mit tls, starttls oder none: PORT muss 1 bis 65535 sein',
    ],
    ['two ways', ['check', 'a@b.example', '--saved', '--no-login'], 'Geben Sie nur eines davon an'],
  ])('%s', async (_, args, words) => {
    const { status, progress, results } = await run(args, GERMAN)
    expect(progress).toContain(`mailwright ${args[0]}: ${words}`)
    expect({ status, results }).toEqual({ status: 2, results: '' })
  })

  test('about standard output that is gone', async () => {
    const { progress } = await runCli(['providers'], {
      env: { ...GERMAN, LC_ALL: 'de_DE.UTF-8' },
      node: [
        '--import',
        'data:text/javascript,process.stdout.destroy(Object.assign(new Error(),{code:"ENOSPC"}))',
      ],
    })
    expect(progress).toBe('mailwright: Die Standardausgabe lässt sich nicht schreiben (ENOSPC)\n')
  })
})

describe('the language', () => {
  const lost = ['discover', '--lost'] as const

  test.each<readonly [string, readonly string[], NodeJS.ProcessEnv, string]>([
    ['is that of --lang, whatever else is wrong', [...lost, '--lang', 'de'], ENGLISH, 'Die Option --lost'],
    ['is that of --lang=', [...lost, '--lang=en'], GERMAN, 'no option --lost'],
    ['is that of the environment where --lang names none', [...lost, '--lang', 'xx'], GERMAN, 'Die Option'],
    ['is not the value of another option', [...lost, '--dns', '--lang=de'], ENGLISH, 'no option --lost'],
    ['is not what comes after the end of the options', [...lost, '--', '--lang=de'], ENGLISH, 'no option'],
    ['is English where nothing says otherwise', lost, {}, 'no option --lost'],
  ])('%s', async (_, args, env, words) => {
    expect((await run(args, env)).progress).toContain(words)
  })
})

describe('--help', () => {
  test.each([
    [['--help'], ENGLISH, 'find the servers for an address'],
    [['--help'], GERMAN, 'die Server für eine Adresse finden'],
    [['--help'], GERMAN, 'Exit-Status: 0 funktioniert nachweislich'],
    [['--help', '--lang', 'de'], ENGLISH, 'die Server für eine Adresse finden'],
    [['ports', '--help'], ENGLISH, 'without signing in'],
    [['ports', '--help'], GERMAN, 'ohne Anmeldung'],
  ])('%j with %j says "%s"', async (args, env, words) => {
    const { status, results } = await run(args, env)
    expect(results).toContain(words)
    expect(status).toBe(0)
  })

  test('gives the same synopsis in every language', async () => {
    const synopsis = async (env: NodeJS.ProcessEnv) =>
      (await run(['check', '-h'], env)).results.split('\n\n')[0]
    expect(await synopsis(GERMAN)).toBe(await synopsis(ENGLISH))
  })
})
