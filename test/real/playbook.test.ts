import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { startFleetWorld, NO } from '../support/fleet-world.ts'
import { leaksInFolders } from '../support/leak-scan.ts'
import { findProgram } from '../support/real/programs.ts'

const ANSIBLE = findProgram('ansible-playbook')
const PLAYBOOK = inRoot('docs/examples/check-accounts.yml')
const run = promisify(execFile)

async function play(words: readonly string[], home: string) {
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    ANSIBLE_LOCAL_TEMP: home,
    ANSIBLE_REMOTE_TEMP: home,
    ANSIBLE_HOME: home,
    ANSIBLE_NOCOLOR: '1',
    MAILWRIGHT_DATA_DIR: join(home, 'data'),
  }
  const { stdout, stderr } = await run(ANSIBLE ?? '', [...words, PLAYBOOK], { env })
  return `${stdout}${stderr}`
}

describe.skipIf(ANSIBLE === null)('the playbook for the computers of users', () => {
  test.each([
    ['ok', undefined],
    ['problem', () => NO],
  ] as const)(
    'checks on each and gathers the reports: %s',
    async (verdict, answer) => {
      const world = await startFleetWorld(answer)
      const home = await mkdtemp(join(tmpdir(), 'mailwright-ansible-'))
      onTestFinished(async () => {
        await world.stop()
        await rm(home, { recursive: true, force: true })
      })
      const secretFile = await world.write('secret', world.canary.secret)
      const variables = {
        mailwright: `${process.execPath} ${inRoot('electron/cli/main.ts')}`,
        mail_address: 'anna@example.test',
        mail_servers: `--imap ${world.imap()}`,
        mail_options: world.options.join(' '),
        mail_secret_file: secretFile,
        reports: join(home, 'reports'),
      }
      await writeFile(join(home, 'variables.json'), JSON.stringify(variables))
      const said = await play(
        ['-i', 'localhost,', '-c', 'local', '-e', `@${join(home, 'variables.json')}`, '-vvv'],
        home,
      )
      const report = JSON.parse(await readFile(join(home, 'reports', 'localhost.json'), 'utf8')) as object
      expect(report).toMatchObject({ schema: 1, address: 'anna@example.test', verdict })
      expect(said).toContain(`anna@example.test: ${verdict}`)
      expect(world.canary.formsIn(said)).toEqual([])
      expect(await leaksInFolders([home], world.canary)).toEqual([])
    },
    90_000,
  )
})
