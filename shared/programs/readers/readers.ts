import { fail, type Outcome } from '#shared/outcome.ts'
import {
  MOST_CHARACTERS,
  type ProgramRole,
  type ReadAccounts,
  type SettingsFile,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { readAerc } from '#shared/programs/readers/aerc.ts'
import { readClawsMail } from '#shared/programs/readers/claws-mail.ts'
import { readEnv } from '#shared/programs/readers/env.ts'
import { readEvolution } from '#shared/programs/readers/evolution.ts'
import { readFetchmail } from '#shared/programs/readers/fetchmail.ts'
import { readGetmail } from '#shared/programs/readers/getmail.ts'
import { readGnomeAccounts } from '#shared/programs/readers/gnome-accounts.ts'
import { readHimalaya } from '#shared/programs/readers/himalaya.ts'
import { readKMail } from '#shared/programs/readers/kmail.ts'
import { readMailspring } from '#shared/programs/readers/mailspring.ts'
import { readMbsync } from '#shared/programs/readers/mbsync.ts'
import { readMsmtp } from '#shared/programs/readers/msmtp.ts'
import { readNeomutt } from '#shared/programs/readers/neomutt.ts'
import { readOfflineimap } from '#shared/programs/readers/offlineimap.ts'
import { readOutlookRegistry } from '#shared/programs/readers/outlook-registry.ts'
import { readThunderbird } from '#shared/programs/readers/thunderbird.ts'
import { readWordPress } from '#shared/programs/readers/wordpress.ts'

/** The programs whose settings can be read, by the names that `--client` takes. Stable. */
export const READABLE_CLIENTS = [
  'thunderbird',
  'betterbird',
  'outlook-classic',
  'evolution',
  'kmail',
  'claws-mail',
  'mailspring',
  'gnome-online-accounts',
  'msmtp',
  'mbsync',
  'offlineimap',
  'neomutt',
  'aerc',
  'himalaya',
  'getmail',
  'fetchmail',
  'env',
  'wordpress',
] as const

export type ReadableClient = (typeof READABLE_CLIENTS)[number]

type Read = (files: readonly SettingsFile[]) => Outcome<ReadAccounts, SettingsProblem>

export interface SettingsReader {
  /** Under its own name. */
  readonly program: string
  readonly role: ProgramRole
  /** Takes all files of one profile together; every other one has a single file. */
  readonly takes: 'one-file' | 'folder'
  readonly read: Read
}

/** A new one is a file beside this one, a name above and a line here. */
export const READERS: Readonly<Record<ReadableClient, SettingsReader>> = {
  thunderbird: single('Thunderbird', 'fetches-and-sends', readThunderbird),
  betterbird: single('Betterbird', 'fetches-and-sends', readThunderbird),
  'outlook-classic': single('Outlook (classic)', 'fetches-and-sends', readOutlookRegistry),
  evolution: folder('Evolution', 'fetches-and-sends', readEvolution),
  kmail: folder('KMail', 'one-way', readKMail),
  'claws-mail': single('Claws Mail', 'fetches-and-sends', readClawsMail),
  mailspring: single('Mailspring', 'fetches-and-sends', readMailspring),
  'gnome-online-accounts': single('GNOME Online Accounts', 'fetches-and-sends', readGnomeAccounts),
  msmtp: single('msmtp', 'one-way', readMsmtp),
  mbsync: single('isync (mbsync)', 'one-way', readMbsync),
  offlineimap: single('OfflineIMAP', 'one-way', readOfflineimap),
  neomutt: single('NeoMutt', 'one-way', readNeomutt),
  aerc: single('aerc', 'one-way', readAerc),
  himalaya: single('himalaya', 'one-way', readHimalaya),
  getmail: single('getmail', 'one-way', readGetmail),
  fetchmail: single('fetchmail', 'one-way', readFetchmail),
  env: single('dotenv', 'one-way', readEnv),
  wordpress: single('WordPress', 'one-way', readWordPress),
}

function single(
  program: string,
  role: ProgramRole,
  read: (text: string) => Outcome<ReadAccounts, SettingsProblem>,
): SettingsReader {
  return { program, role, takes: 'one-file', read: bounded(([file]) => read(file?.text ?? '')) }
}

function folder(program: string, role: ProgramRole, read: Read): SettingsReader {
  return { program, role, takes: 'folder', read: bounded(read) }
}

/** SECURITY: another program, or an attacker, may have written the files: no reader begins with more than it can end. */
function bounded(read: Read): Read {
  return (files) =>
    files.reduce((sum, { text }) => sum + text.length, 0) > MOST_CHARACTERS ? fail('too-big') : read(files)
}
