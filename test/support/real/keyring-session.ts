import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assertNever } from '#shared/outcome.ts'
import { findProgram } from './programs.ts'

export const hasKeyring: boolean = ['gnome-keyring-daemon', 'dbus-run-session', 'secret-tool'].every(
  (program) => findProgram(program) !== null,
)

export type KeyringState = 'unlocked' | 'locked' | 'no service' | 'no bus'

/** A program and its arguments. */
export type Command = readonly [string, ...string[]]

/** A bus of its own with a keyring in the given state. */
export interface KeyringSession {
  /** The command that runs `command` inside. */
  readonly wrap: (command: Command) => Command
  /** The same with the keyring locked: as after a new login of its owner. */
  readonly wrapLocked: (command: Command) => Command
  readonly env: NodeJS.ProcessEnv
  /** What another program of the same user finds in the keyring while a wrapped command runs; empty for nothing. */
  readonly lookUp: (service: string, account: string) => Promise<string>
  readonly dispose: () => void
}

const UNLOCKED = `printf %s test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"`
// A keyring that exists and was never unlocked in this session, with no user there to answer a prompt.
const LOCKED = `gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; exec "$@"`
const NOTHING = 'exec "$@"'

export function createKeyringSession(state: KeyringState): KeyringSession {
  const home = mkdtempSync(join(tmpdir(), 'mailwright-keyring-'))
  const env = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_DATA_HOME: join(home, 'data') }
  for (const folder of [env.XDG_RUNTIME_DIR, env.XDG_DATA_HOME]) mkdirSync(folder, { mode: 0o700 })
  const bus = join(home, 'bus')
  const config = join(home, 'bus.conf')
  writeFileSync(config, busConfiguration(bus, state))
  if (state === 'locked') makeKeyring(env, config)
  return {
    wrap: wrapFor(state, config),
    wrapLocked: wrapFor('locked', config),
    env: state === 'no bus' || state === 'no service' ? { ...env, DBUS_SESSION_BUS_ADDRESS: '' } : env,
    lookUp: (service, account) =>
      secretTool(['lookup', 'service', service, 'username', account], {
        ...env,
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}`,
      }),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}

function wrapFor(state: KeyringState, config: string): KeyringSession['wrap'] {
  switch (state) {
    case 'unlocked':
      return inSession(config, UNLOCKED)
    case 'locked':
      return inSession(config, LOCKED)
    case 'no service':
      return inSession(config, NOTHING)
    case 'no bus':
      return (command) => command
    default:
      return assertNever(state)
  }
}

function inSession(config: string, script: string): KeyringSession['wrap'] {
  return (command) => [
    'dbus-run-session',
    `--config-file=${config}`,
    '--',
    'sh',
    '-c',
    script,
    'sh',
    ...command,
  ]
}

/** The first session with a password makes the keyring; a later one without it finds it locked. */
function makeKeyring(env: NodeJS.ProcessEnv, config: string): void {
  const [program, ...args] = inSession(config, UNLOCKED)(['sleep', '0.3'])
  spawnSync(program, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
}

/** Without a service the bus starts nothing on demand: the usual one would start the installed keyring. */
function busConfiguration(path: string, state: KeyringState): string {
  return `<busconfig>
  <type>session</type>
  <listen>unix:path=${path}</listen>
  ${state === 'no service' ? '' : '<standard_session_servicedirs/>'}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}

function secretTool(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    execFile('secret-tool', [...args], { env: { ...process.env, ...env } }, (_, output) => resolve(output))
  })
}
