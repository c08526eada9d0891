import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Preferences that are otherwise than those of a profile that works, by name; values as they stand in the file. */
export type PrefsChange = Readonly<Record<string, string>>

/** One account of the practice world, as Thunderbird has it. */
const PREFS: Readonly<Record<string, string>> = {
  'mail.account.account1.identities': '"id1"',
  'mail.account.account1.server': '"server1"',
  'mail.accountmanager.accounts': '"account1"',
  'mail.accountmanager.defaultaccount': '"account1"',
  'mail.identity.id1.fullName': '"Anna"',
  'mail.identity.id1.smtpServer': '"smtp1"',
  'mail.identity.id1.useremail': '"anna@practice.example"',
  'mail.server.server1.authMethod': '3',
  'mail.server.server1.hostname': '"imap.practice.example"',
  'mail.server.server1.name': '"anna@practice.example"',
  'mail.server.server1.port': '993',
  'mail.server.server1.socketType': '3',
  'mail.server.server1.type': '"imap"',
  'mail.server.server1.userName': '"anna@practice.example"',
  'mail.smtpserver.smtp1.authMethod': '3',
  'mail.smtpserver.smtp1.hostname': '"smtp.practice.example"',
  'mail.smtpserver.smtp1.port': '465',
  'mail.smtpserver.smtp1.try_ssl': '3',
  'mail.smtpserver.smtp1.username': '"anna@practice.example"',
  'mail.smtpservers': '"smtp1"',
}

/** Puts a profile of Thunderbird with one account into a home; again with other preferences, as the program would. */
export async function thunderbirdHome(home: string, change: PrefsChange = {}): Promise<void> {
  const root = join(home, '.thunderbird')
  await mkdir(join(root, 'anna.default'), { recursive: true })
  await writeFile(
    join(root, 'profiles.ini'),
    '[Profile0]\nName=default\nIsRelative=1\nPath=anna.default\nDefault=1\n',
  )
  const lines = Object.entries({ ...PREFS, ...change }).map(
    ([name, value]) => `user_pref("${name}", ${value});`,
  )
  await writeFile(join(root, 'anna.default/prefs.js'), `// Mozilla User Preferences\n\n${lines.join('\n')}\n`)
}
