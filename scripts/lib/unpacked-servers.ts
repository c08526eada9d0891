import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

interface Unpacked {
  /** Debian packages; what they depend on comes along. */
  readonly packages: readonly string[]
  /** The programs and modules that a test starts, with wildcards. The libraries they need are found by themselves. */
  readonly files: readonly string[]
}

const SASL_MODULES = '/usr/lib/*/sasl2/*.so*'

/**
 * Programs that cannot be installed beside each other or are not to be: a system has one mail server. Each is unpacked
 * into a folder of its own, with every library it needs, so that it runs with that folder as its root.
 */
const UNPACKED = {
  exim: {
    packages: ['exim4-daemon-heavy', 'sasl2-bin', 'libsasl2-modules'],
    files: ['/usr/sbin/exim4', '/usr/sbin/saslpasswd2', SASL_MODULES],
  },
  cyrus: {
    packages: ['cyrus-imapd', 'cyrus-pop3d', 'sasl2-bin', 'libsasl2-modules'],
    files: [
      '/usr/lib/cyrus/bin/{master,imapd,pop3d,lmtpd,ctl_cyrusdb,cyr_deny}',
      '/usr/sbin/saslpasswd2',
      SASL_MODULES,
    ],
  },
  courier: {
    packages: ['courier-imap', 'courier-pop', 'courier-mta', 'courier-authlib-userdb'],
    files: [
      '/usr/bin/{imapd,couriertls,maildirmake.courier}',
      '/usr/sbin/{couriertcpd,courieresmtpd,userdbpw}',
      '/usr/lib/courier/courier/{imaplogin,courierpop3d,courierpop3login,submit}',
      '/usr/lib/courier/courier-authlib/{authdaemond,makedatprog}',
      '/usr/lib/courier-authlib/*.so*',
      // Without it every sign-in to IMAP takes four seconds.
      '/usr/libexec/gam_server',
    ],
  },
  opensmtpd: { packages: ['opensmtpd'], files: ['/usr/sbin/smtpd'] },
  proxies: {
    packages: ['dante-server', 'microsocks', 'tinyproxy-bin'],
    files: ['/usr/sbin/danted', '/usr/bin/{microsocks,tinyproxy}'],
  },
  // What judges figures for monitoring; the server itself, twice as large, is left out.
  prometheus: { packages: ['prometheus'], files: ['/usr/bin/promtool'] },
} as const satisfies Readonly<Record<string, Unpacked>>

export type UnpackedName = keyof typeof UNPACKED

/** Where it is kept between runs: outside of every checkout, and writable for root alone. */
const CACHE = '/var/cache/mailwright-tests'
const DAY_MS = 86_400_000

/** The root folder of an unpacked program, whether or not it is there. */
export function unpackedRoot(name: UnpackedName): string {
  const content = createHash('sha256').update(JSON.stringify(UNPACKED[name])).digest('hex').slice(0, 12)
  return join(CACHE, `${name}-${content}`)
}

/**
 * Unpacks what is not there yet, where that needs no questions: on Debian, as root. Elsewhere nothing happens, and the
 * suites that would need it skip and say so.
 */
export async function unpackServers(say: (line: string) => void): Promise<void> {
  const names = Object.keys(UNPACKED) as readonly UnpackedName[]
  const missing = names.filter((name) => !existsSync(unpackedRoot(name)))
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say(`unpacking ${missing.join(', ')} for the tests …`)
  mkdirSync(CACHE, { recursive: true, mode: 0o755 })
  removeLeftovers()
  const failed = await unpackEach(missing)
  // The lists of packages may be missing, or older than what the mirror still has.
  if (failed.length > 0) await run('apt-get', ['update', '-qq'])
  const left = failed.length === 0 ? [] : await unpackEach(failed)
  if (left.length > 0) say(`${left.join(', ')} could not be had; the tests that need them are skipped`)
}

/** What a run has left that was cut off; whatever is older than this belongs to no run that goes on. */
function removeLeftovers(): void {
  for (const folder of readdirSync(CACHE).filter((name) => name.startsWith('.'))) {
    const { mtimeMs } = statSync(join(CACHE, folder))
    if (Date.now() - mtimeMs > DAY_MS) rmSync(join(CACHE, folder), { recursive: true, force: true })
  }
}

async function unpackEach(names: readonly UnpackedName[]): Promise<readonly UnpackedName[]> {
  const done = await Promise.all(names.map(unpack))
  return names.filter((_, index) => done[index] !== true)
}

/** In a folder beside, and given its name at the end: what was cut off is done again. */
async function unpack(name: UnpackedName): Promise<boolean> {
  const work = mkdtempSync(join(CACHE, '.new-'))
  const [archives, unpacked, root] = ['archives', 'unpacked', 'root'].map((part) => join(work, part)) as [
    string,
    string,
    string,
  ]
  mkdirSync(join(archives, 'partial'), { recursive: true })
  try {
    if (!(await download(UNPACKED[name].packages, archives))) return false
    for (const archive of globSync(join(archives, '*.deb')))
      if (!(await run('dpkg-deb', ['--extract', archive, unpacked]))) return false
    gather(UNPACKED[name].files, unpacked, root)
    renameSync(root, unpackedRoot(name))
    return true
  } catch {
    // Another run may have been faster.
    return existsSync(unpackedRoot(name))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The packages and those that they need beyond what is installed; conflicts do not matter, as nothing is installed. */
function download(packages: readonly string[], archives: string): Promise<boolean> {
  const flags = ['install', '-y', '-qq', '--no-install-recommends', '--reinstall', '--download-only']
  const options = [
    'Debug::NoLocking=1',
    `Dir::Cache::archives=${archives}/`,
    'APT::Sandbox::User=root',
    'Acquire::http::Timeout=30',
  ]
  return run('apt-get', [...flags, ...options.flatMap((option) => ['-o', option]), ...packages])
}

/** Copies the files and every library they load, from the packages or from this computer, to the same place in `root`. */
function gather(patterns: readonly string[], unpacked: string, root: string): void {
  for (const folder of ['bin', 'sbin', 'lib', 'lib64'])
    if (existsSync(join(unpacked, folder)))
      spawnSync('cp', ['-a', `${unpacked}/${folder}`, `${unpacked}/usr/`])
  const files = patterns.flatMap((pattern) => globSync(join(unpacked, pattern)))
  const folders = new Set(globSync(join(unpacked, 'usr/lib/**/*.so*')).map(dirname))
  const env = { ...process.env, LD_LIBRARY_PATH: [...folders].join(':') }
  const { stdout } = spawnSync('ldd', files, { env, encoding: 'utf8' })
  const libraries = [...stdout.matchAll(/\/\S+\.so\S*/g)].map(([path]) => path.replace(/:$/, ''))
  for (const path of new Set([...files, ...libraries])) {
    const inside = path.startsWith(unpacked) ? relative(unpacked, path) : path
    const target = join(root, 'usr', inside.replace(/^\/?(?:usr\/)?/, ''))
    copy(path, target)
  }
}

/** Without the rights that a package gives a program: a set-user-ID program does not look for libraries beside it. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  chmodSync(to, 0o755)
}

function run(program: string, args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: 'ignore', env })
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status === 0))
  })
}
