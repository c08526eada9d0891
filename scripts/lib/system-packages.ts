import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * The programs that the tests with real parts need, and the Debian packages that bring them. A computer may have
 * one protocol of Dovecot without the others.
 */
const PACKAGES: readonly (readonly [program: string, debianPackage: string])[] = [
  ['/usr/lib/dovecot/imap-login', 'dovecot-imapd'],
  ['/usr/lib/dovecot/pop3-login', 'dovecot-pop3d'],
  ['/usr/lib/dovecot/submission-login', 'dovecot-submissiond'],
  ['postfix', 'postfix'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
  ['secret-tool', 'libsecret-tools'],
  ['dbus-run-session', 'dbus'],
  ['chromium', 'chromium'],
  // The programs that read what is exported.
  ['msmtp', 'msmtp'],
  ['mbsync', 'isync'],
  ['fetchmail', 'fetchmail'],
  ['getmail', 'getmail6'],
  ['offlineimap', 'offlineimap3'],
  ['neomutt', 'neomutt'],
  ['aerc', 'aerc'],
  ['xmllint', 'libxml2-utils'],
  ['plistutil', 'libplist-utils'],
  ['zbarimg', 'zbar-tools'],
  // What reads the manual page and completes command lines.
  ['mandoc', 'mandoc'],
  ['zsh', 'zsh'],
  ['fish', 'fish'],
  // The programs whose commands the page shows.
  ['openssl', 'openssl'],
  ['swaks', 'swaks'],
  // 80 MB: the heaviest, and the only one that most people have.
  ['thunderbird', 'thunderbird'],
  ['redis-server', 'redis-server'],
  ['ansible-playbook', 'ansible-core'],
  // What reads the entry of the desktop.
  ['desktop-file-validate', 'desktop-file-utils'],
  ['icns2png', 'icnsutils'],
  ['icotool', 'icoutils'],
]

const POLICY = '/usr/sbin/policy-rc.d'

/**
 * Installs what is missing where that needs no questions: on Debian, as root. Elsewhere nothing happens, and the
 * suites that would need it skip and say so.
 */
export function installSystemPackages(say: (line: string) => void): void {
  const wanted = PACKAGES.filter(([program]) => !isInstalled(program)).map(([, name]) => name)
  if (wanted.length === 0 || process.getuid?.() !== 0 || !isInstalled('apt-get')) return
  say(`installing ${wanted.join(' ')} …`)
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  withoutServices(() => {
    spawnSync('apt-get', ['update', '-qq'], options)
    const { status } = spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...wanted],
      options,
    )
    if (status !== 0) say('some could not be installed; the tests that need them are skipped')
  })
}

/** The tests start servers of their own; the ones that come with the packages are not to run. */
function withoutServices(work: () => void): void {
  const own = !existsSync(POLICY)
  if (own) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    work()
  } finally {
    if (own) rmSync(POLICY, { force: true })
  }
}

function isInstalled(program: string): boolean {
  if (isAbsolute(program)) return existsSync(program)
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.some((folder) => existsSync(join(folder, program)))
}
