import type { MailProgram } from '#shared/programs/found-program.ts'

/** How a program is called, and by which files it is known to be installed. */
export interface ProgramSigns {
  readonly id: MailProgram
  readonly name: string
  /** Entries of the menus of Linux: of Debian, of a Flatpak, of a snap. */
  readonly desktopFiles: readonly string[]
  /** Below the root of macOS. */
  readonly mac: readonly string[]
  /** Below the folder that a variable of Windows names. */
  readonly windows: readonly (readonly [variable: WindowsFolder, path: readonly string[]])[]
}

export type WindowsFolder = 'ProgramFiles' | 'ProgramFiles(x86)' | 'LOCALAPPDATA'

const PROGRAM_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)'] as const
const below = (...path: readonly string[]) => PROGRAM_FOLDERS.map((folder) => [folder, path] as const)

/** The programs that people are likelier to mean first. */
export const PROGRAM_SIGNS: readonly ProgramSigns[] = [
  {
    id: 'thunderbird',
    name: 'Thunderbird',
    desktopFiles: [
      'thunderbird.desktop',
      'org.mozilla.Thunderbird.desktop',
      'org.mozilla.thunderbird.desktop',
      'net.thunderbird.Thunderbird.desktop',
      'thunderbird_thunderbird.desktop',
      'mozilla-thunderbird.desktop',
    ],
    mac: ['Applications/Thunderbird.app'],
    windows: below('Mozilla Thunderbird', 'thunderbird.exe'),
  },
  {
    id: 'outlook-classic',
    name: 'Outlook (classic)',
    desktopFiles: [],
    mac: [],
    windows: [
      ...below('Microsoft Office', 'root', 'Office16', 'OUTLOOK.EXE'),
      ...below('Microsoft Office', 'Office16', 'OUTLOOK.EXE'),
      ...below('Microsoft Office', 'root', 'Office15', 'OUTLOOK.EXE'),
      ...below('Microsoft Office', 'Office15', 'OUTLOOK.EXE'),
    ],
  },
  {
    id: 'outlook-new',
    name: 'Outlook (new)',
    desktopFiles: [],
    mac: [],
    windows: [['LOCALAPPDATA', ['Microsoft', 'WindowsApps', 'olk.exe']]],
  },
  {
    id: 'apple-mail',
    name: 'Apple Mail',
    desktopFiles: [],
    mac: ['System/Applications/Mail.app', 'Applications/Mail.app'],
    windows: [],
  },
  {
    id: 'outlook-mac',
    name: 'Outlook for Mac',
    desktopFiles: [],
    mac: ['Applications/Microsoft Outlook.app'],
    windows: [],
  },
  {
    id: 'betterbird',
    name: 'Betterbird',
    desktopFiles: ['betterbird.desktop', 'eu.betterbird.Betterbird.desktop'],
    mac: ['Applications/Betterbird.app'],
    windows: below('Betterbird', 'betterbird.exe'),
  },
  linux('evolution', 'Evolution', 'org.gnome.Evolution', 'evolution'),
  linux('kmail', 'KMail', 'org.kde.kmail2', 'org.kde.kmail', 'kmail2'),
  linux('claws-mail', 'Claws Mail', 'claws-mail', 'org.claws_mail.Claws-Mail'),
  linux('geary', 'Geary', 'org.gnome.Geary', 'geary'),
]

function linux(id: MailProgram, name: string, ...entries: readonly string[]): ProgramSigns {
  return { id, name, desktopFiles: entries.map((entry) => `${entry}.desktop`), mac: [], windows: [] }
}

/** The program that an entry of a menu starts, `null` for any other. */
export function programOfEntry(desktopFile: string): MailProgram | null {
  return PROGRAM_SIGNS.find(({ desktopFiles }) => desktopFiles.includes(desktopFile))?.id ?? null
}
