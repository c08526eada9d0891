import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailwright-explain-'))
})
afterAll(() => rm(directory, { recursive: true }))

async function fileWith(content: string | Uint8Array): Promise<string> {
  const path = join(directory, `${Math.random().toString(36).slice(2)}.txt`)
  await writeFile(path, content)
  return path
}

const FULL = '552 5.2.2 <bob@example.net>: Mailbox over quota\n'

describe('explain', () => {
  test.each([
    ['standard input', [], FULL],
    ['standard input by its sign', ['-'], FULL],
  ])('reads %s', async (_, args, input) => {
    const { status, results } = await runCli(['explain', ...args, '--no-color'], { input })
    expect(status).toBe(0)
    expect(results).toContain("The recipient's mailbox is full")
    expect(results).toContain('→ Contact the recipient another way')
    expect(results).toContain('SEND_MAILBOX_FULL')
    expect(results).toContain('Reply code: 552 5.2.2 (The mailbox is full.)')
    expect(results).toContain('You pasted: <bob@example.net>: Mailbox over quota')
  })

  test('reads a file, and prints one object with --json', async () => {
    const path = await fileWith(
      `Final-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n`,
    )
    const { status, results } = await runCli(['explain', path, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(results)).toEqual({
      schema: 1,
      findings: [
        {
          code: 'SEND_RECIPIENT_UNKNOWN',
          severity: 'error',
          turn: 'you',
          title: 'This address does not exist',
          explanation: expect.stringContaining('letter by letter') as unknown,
          actions: [{ kind: 'edit-address' }, { kind: 'tell-recipient' }],
        },
      ],
      reply: { code: 550, enhanced: '5.1.1', text: 'User unknown' },
      bounce: { recipient: 'bob@example.net', remoteServer: 'mx.example.net', temporary: false },
    })
  })

  test('speaks German', async () => {
    const { results } = await runCli(['explain', '--lang', 'de', '--no-color'], { input: FULL })
    expect(results).toContain('Das Postfach des Empfängers ist voll')
    expect(results).toContain('Eingefügt:')
  })
})

describe('explain keeps what a server wrote apart', () => {
  test('names the page of a block list that it knows itself', async () => {
    const input =
      '554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org; see https://evil.example/'
    const { results } = await runCli(['explain', '--no-color'], { input })
    expect(results).toContain('→ Read the help page: https://check.spamhaus.org/')
    expect(results).not.toContain('→ Read the help page: https://evil.example/')
  })

  test('quotes what it does not know, says so, and ends with status 1', async () => {
    const { status, results } = await runCli(['explain', '--no-color'], {
      input: '571 5.9.9 \u001b[31mThe stars are not right\n',
    })
    expect(status).toBe(1)
    expect(results).toContain('This text gives no reason')
    expect(results).toContain('You pasted: The stars are not right')
    expect(results).not.toContain('\u001b')
  })

  test('reads old mail in the character set of its time', async () => {
    const path = await fileWith(Buffer.from('550 Empfänger unbekannt', 'latin1'))
    const { status, results } = await runCli(['explain', path, '--json'])
    expect(status).toBe(0)
    expect(results).toContain('Empfänger unbekannt')
  })
})

describe('explain says what is wrong with its use, and ends with status 2', () => {
  test.each<readonly [string, readonly string[], string, string]>([
    ['a file that is not there', ['/nowhere/at/all.eml'], '', 'cannot read /nowhere/at/all.eml'],
    ['a folder', ['/'], '', 'cannot read /'],
    ['two files', ['a', 'b'], '', 'one file at most'],
    ['an option it does not have', ['--send-test'], '', '--send-test'],
    ['an empty text', [], ' \n', 'The text is empty'],
    ['a text beyond the limit', [], 'x'.repeat(1024 * 1024 + 1), 'longer than 1 MiB'],
  ])('%s', async (_, args, input, words) => {
    const { status, results, progress } = await runCli(['explain', ...args], { input })
    expect(status).toBe(2)
    expect(results).toBe('')
    expect(progress).toContain(words)
  })
})
