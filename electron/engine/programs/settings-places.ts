import { posix } from 'node:path'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'

/**
 * Where the programs with settings in files of their own keep them, beginning at the home of the user or, after `@`, at its
 * folder of settings (XDG Base Directory). A program that has several reads the first that is there; others have none.
 */
const PLACES: Readonly<Record<ReadableClient, readonly string[]>> = {
  thunderbird: [],
  betterbird: [],
  'outlook-classic': [],
  env: [],
  wordpress: [],
  evolution: ['@/evolution/sources', '.var/app/org.gnome.Evolution/config/evolution/sources'],
  kmail: ['@', '.var/app/org.kde.kontact/config', '.var/app/org.kde.kmail2/config'],
  'claws-mail': ['.claws-mail/accountrc'],
  mailspring: [
    '@/Mailspring/config.json',
    'snap/mailspring/common/Mailspring/config.json',
    '.var/app/com.getmailspring.Mailspring/config/Mailspring/config.json',
    'Library/Application Support/Mailspring/config.json',
  ],
  'gnome-online-accounts': ['@/goa-1.0/accounts.conf'],
  msmtp: ['.msmtprc', '@/msmtp/config'],
  mbsync: ['@/isyncrc', '.mbsyncrc'],
  offlineimap: ['@/offlineimap/config', '.offlineimaprc'],
  neomutt: [
    '@/neomutt/neomuttrc',
    '@/neomutt/muttrc',
    '.neomutt/neomuttrc',
    '.neomuttrc',
    '@/mutt/muttrc',
    '.mutt/muttrc',
    '.muttrc',
  ],
  aerc: ['@/aerc/accounts.conf', 'Library/Preferences/aerc/accounts.conf'],
  himalaya: ['@/himalaya/config.toml', '.himalaya.toml', '.himalayarc'],
  getmail: ['@/getmail/getmailrc', '.getmail/getmailrc'],
  fetchmail: ['.fetchmailrc'],
}

/** Those of Linux and macOS; on Windows programs of the terminal are not looked for. */
export function settingsPlaces(
  client: ReadableClient,
  { platform, home, env }: ProgramPlaces,
): readonly string[] {
  if (platform === 'win32') return []
  const settings = env['XDG_CONFIG_HOME'] ?? posix.join(home, '.config')
  return PLACES[client].map((place) =>
    place.startsWith('@') ? posix.join(settings, place.slice(1)) : posix.join(home, place),
  )
}

/** Which files of a folder belong to the program; the others are not opened. */
export const FILES_IN_FOLDER: Partial<Record<ReadableClient, RegExp>> = {
  evolution: /^[^/]{1,200}\.source$/,
  kmail: /^(?:akonadi_(?:imap|pop3)_resource_\d{1,4}rc|mailtransports|emailidentities)$/,
}
