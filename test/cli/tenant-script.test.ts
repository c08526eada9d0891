import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { ListReader } from '#shared/preflight/list-reader.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { createScriptReader, type ReadScript } from '../support/power-shell.ts'

const SCRIPT = readFileSync(inRoot('docs/examples/smtp-auth-mailboxes.ps1'), 'utf8')

let read: (text: string) => ReadScript
beforeAll(async () => {
  read = await createScriptReader()
})

/** Commands that read, or write the one file that is asked for. */
const READING = /^(Get-\w+|ForEach-Object|Export-Csv)$/i
/** Methods that only look. */
const LOOKING = /\.(ContainsKey|ToString)$/

/** What a script does beyond reading. */
function deedsOf({ state, commands, calls, hidden }: ReadScript): readonly string[] {
  return [
    ...(state === 'malformed' ? ['malformed'] : []),
    ...commands.filter((name) => !READING.test(name)),
    ...calls.filter((call) => !LOOKING.test(call)),
    ...hidden,
  ]
}

describe('the script for the administrator of a tenant', () => {
  test('is well-formed by the grammar of PowerShell, and only reads', () => {
    const script = read(SCRIPT)
    expect(script.commands).toContain('Get-CASMailbox')
    expect(script.commands).toContain('Get-TransportConfig')
    expect(deedsOf(script)).toEqual([])
    // It replaces no file.
    expect(SCRIPT).toMatch(/Export-Csv .*-NoClobber/)
  })

  test('writes columns that preflight reads', () => {
    const { members } = read(SCRIPT)
    const values: Readonly<Record<string, string>> = {
      PrimarySmtpAddress: 'anna@example.org',
      SmtpAuth: 'on',
    }
    const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',')
    const reader = new ListReader(null)
    const entries = reader.take(
      `${quoted(members)}\r\n${quoted(members.map((name) => values[name] ?? ''))}\r\n`,
    )
    expect(entries).toMatchObject([
      { line: 2, entry: { ok: true, value: { domain: { ascii: 'example.org' }, smtpAuth: 'on' } } },
    ])
  })
})

test.each<readonly [text: string, deed: string]>([
  ['Set-CASMailbox anna -SmtpClientAuthenticationDisabled $true', 'Set-CASMailbox'],
  ['Get-Mailbox | Remove-Mailbox', 'Remove-Mailbox'],
  ['$x | % { Disable-Mailbox $_ }', 'Disable-Mailbox'],
  ['Invoke-Expression $text', 'Invoke-Expression'],
  ['iex $text', 'iex'],
  ["[System.IO.File]::Delete('x')", '[System.IO.File]::Delete'],
  ['$mailbox.Delete()', '$mailbox.Delete'],
  ['& $command', '&'],
  ['. ./other.ps1', '.'],
  ['Get-Mailbox > list.txt', '> list.txt'],
  ['if ($a) { Get-Mailbox', 'malformed'],
  ['"$(Remove-Item x)"', 'Remove-Item'],
])('a script with %j would not pass', (text, deed) => {
  expect(deedsOf(read(text))).toContain(deed)
})
