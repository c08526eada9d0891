import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { readSettings } from '#engine/programs/read-settings.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailwright-settings-'))
  const made = home
  onTestFinished(() => rm(made, { recursive: true, force: true }))
})

const places = () => ({ platform: 'linux' as const, home, root: join(home, 'root'), env: {} })

async function put(path: string, content: string | Buffer): Promise<string> {
  const whole = join(home, path)
  await mkdir(dirname(whole), { recursive: true })
  await writeFile(whole, content)
  return whole
}

/** `client: hosts`, or the reason why nothing was read. */
async function found(client: ReadableClient | null = null, path: string | null = null) {
  const profiles = await readSettings({ client, path }, places())
  return profiles.map(({ client: name, read }) => [
    name,
    read.ok ? read.value.accounts.flatMap(({ services }) => services.map(({ host }) => host)) : read.error,
  ])
}

describe('settings are found where programs keep them', () => {
  test('nothing is found in an empty home', async () => {
    expect(await found()).toEqual([])
  })

  test.each<readonly [ReadableClient, string, string]>([
    ['msmtp', '.msmtprc', 'account a\nhost h.example.org\n'],
    ['msmtp', '.config/msmtp/config', 'account a\nhost h.example.org\n'],
    ['mbsync', '.mbsyncrc', 'IMAPAccount a\nHost h.example.org\n'],
    [
      'offlineimap',
      '.offlineimaprc',
      '[Account a]\nremoterepository=r\n[Repository r]\nremotehost=h.example.org\n',
    ],
    ['neomutt', '.config/neomutt/neomuttrc', 'set folder=imaps://h.example.org/\n'],
    ['neomutt', '.muttrc', 'set folder=imaps://h.example.org/\n'],
    ['aerc', '.config/aerc/accounts.conf', '[a]\nsource=imaps://h.example.org\n'],
    ['himalaya', '.config/himalaya/config.toml', '[accounts.a]\nimap.server = "imaps://h.example.org"\n'],
    ['getmail', '.getmail/getmailrc', '[retriever]\ntype=SimpleIMAPSSLRetriever\nserver=h.example.org\n'],
    ['fetchmail', '.fetchmailrc', 'poll h.example.org proto imap user a\n'],
    ['claws-mail', '.claws-mail/accountrc', '[Account: 1]\nprotocol=3\nreceive_server=h.example.org\n'],
    [
      'evolution',
      '.config/evolution/sources/a.source',
      '[Mail Account]\nBackendName=imapx\n[Authentication]\nHost=h.example.org\n',
    ],
    ['kmail', '.config/akonadi_imap_resource_0rc', '[network]\nImapServer=h.example.org\n'],
  ])('%s in %s', async (client, path, text) => {
    await put(path, text)
    expect(await found()).toEqual([[client, ['h.example.org']]])
    expect(await found(client)).toEqual([[client, ['h.example.org']]])
  })

  test('Thunderbird by its list of profiles, and by the folder that the user names', async () => {
    const prefs = [
      'user_pref("mail.accountmanager.accounts", "account1");',
      'user_pref("mail.account.account1.server", "server1");',
      'user_pref("mail.server.server1.type", "imap");',
      'user_pref("mail.server.server1.hostname", "h.example.org");',
    ].join('\n')
    await put('.thunderbird/profiles.ini', '[Profile0]\nName=default\nIsRelative=1\nPath=abc.default\n')
    await put('.thunderbird/abc.default/prefs.js', prefs)
    expect(await found()).toEqual([['thunderbird', ['h.example.org']]])
    const folder = join(home, '.thunderbird/abc.default')
    expect(await found('thunderbird', folder)).toEqual([['thunderbird', ['h.example.org']]])
  })

  test('an export of the registry in UTF-16', async () => {
    const text = [
      'Windows Registry Editor Version 5.00',
      String.raw`[HKEY_CURRENT_USER\P\9375CFF0413111d3B88A00104B2A6676\00000001]`,
      '"IMAP Server"="ü.example.org"',
      '',
    ].join('\r\n')
    const path = await put('outlook.reg', Buffer.from(`\uFEFF${text}`, 'utf16le'))
    expect(await found('outlook-classic', path)).toEqual([['outlook-classic', ['ü.example.org']]])
  })
})

describe('what is no file of settings is refused, at once', () => {
  test('a file of 100 MB', async () => {
    await truncate(await put('.msmtprc', 'account a\nhost h.example.org\n'), 100 * 1_048_576)
    expect(await found()).toEqual([['msmtp', 'FILE_TOO_BIG']])
  })

  test('a link', async () => {
    await symlink(await put('elsewhere', 'account a\nhost h.example.org\n'), join(home, '.msmtprc'))
    expect(await found()).toEqual([['msmtp', 'FILE_UNSAFE']])
  })

  test('a pipe without a writer', async () => {
    expect(spawnSync('mkfifo', [join(home, '.msmtprc')]).status).toBe(0)
    expect(await found()).toEqual([['msmtp', 'FILE_UNSAFE']])
  })

  test('a pipe among the files of a folder', async () => {
    await mkdir(join(home, '.config/evolution/sources'), { recursive: true })
    expect(spawnSync('mkfifo', [join(home, '.config/evolution/sources/a.source')]).status).toBe(0)
    expect(await found()).toEqual([['evolution', 'FILE_UNSAFE']])
  })

  test.each<readonly [string, Buffer]>([
    ['octets that are no UTF-8', Buffer.from([0x61, 0xff, 0x62])],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00])],
    ['an odd octet of UTF-16', Buffer.from([0xff, 0xfe, 0x61])],
  ])('%s', async (_what, content) => {
    await put('.msmtprc', content)
    expect(await found()).toEqual([['msmtp', 'PROFILE_DAMAGED']])
  })

  test('a file that the user names and that is not there', async () => {
    expect(await found('msmtp', join(home, 'none'))).toEqual([['msmtp', 'FILE_MISSING']])
  })

  test('a folder in the place of a file', async () => {
    await mkdir(join(home, '.fetchmailrc'))
    expect(await found()).toEqual([['fetchmail', 'FILE_UNSAFE']])
  })
})
